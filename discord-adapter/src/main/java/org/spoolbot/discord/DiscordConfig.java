package org.spoolbot.discord;

import java.net.URI;
import org.spoolbot.api.config.Secret;

/** The settings of {@code plugins/discord/config.yml}. */
record DiscordConfig(Secret token, URI apiUrl) {
    DiscordConfig {
        if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
            throw new IllegalArgumentException("api-url must begin with https:// or http://, as in https://discord.com/api/v10/");
        }
    }
}

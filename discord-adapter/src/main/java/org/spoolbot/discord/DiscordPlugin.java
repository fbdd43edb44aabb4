package org.spoolbot.discord;

import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

/** Main class of the plugin. Without a token it stays idle. */
public final class DiscordPlugin implements Plugin {
    private final DiscordConfig config;
    private final Logger log;

    @Inject
    DiscordPlugin(PluginContext context, Logger log) {
        this.config = context.config(DiscordConfig.class);
        this.log = log;
    }

    @Override
    public void onEnable() {
        if (config.token().isEmpty()) {
            log.info("Discord is idle: no token is set (DISCORD_TOKEN, or token in plugins/discord/config.yml).");
            return;
        }
        log.warn("Discord has a token, but this version cannot connect to Discord yet: members do not see the bot there.");
    }
}

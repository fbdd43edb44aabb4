package org.spoolbot.telegram;

import java.net.URI;
import org.spoolbot.api.config.Secret;

/** The settings of {@code plugins/telegram/config.yml}. */
record TelegramConfig(Secret token, URI apiUrl, Mode mode) {
    TelegramConfig {
        if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
            throw new IllegalArgumentException("api-url must begin with https:// or http://, as in https://api.telegram.org");
        }
    }

    /** How updates come in. */
    enum Mode {
        /** The server asks Telegram; works behind any firewall. */
        POLLING,
        /** Telegram calls the server, which needs a public address. */
        WEBHOOK
    }
}

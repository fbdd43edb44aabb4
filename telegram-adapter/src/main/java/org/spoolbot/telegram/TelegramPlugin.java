package org.spoolbot.telegram;

import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

/** Main class of the plugin. Without a token it stays idle. */
public final class TelegramPlugin implements Plugin {
    private final TelegramConfig config;
    private final Logger log;

    @Inject
    TelegramPlugin(PluginContext context, Logger log) {
        this.config = context.config(TelegramConfig.class);
        this.log = log;
    }

    @Override
    public void onEnable() {
        if (config.token().isEmpty()) {
            log.info("Telegram is idle: no token is set (TELEGRAM_TOKEN, or token in plugins/telegram/config.yml).");
            return;
        }
        log.warn("Telegram has a token, but this version cannot connect to Telegram yet: members do not see the bot there.");
    }
}

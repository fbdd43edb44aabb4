package org.spoolbot.telegram;

import jakarta.inject.Inject;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

/** Main class of the plugin. Without a token it stays idle. */
public final class TelegramPlugin implements Plugin {
    private final PluginContext context;
    private final TelegramConfig config;
    private final InstantSource clock;
    private final Logger log;

    @Inject
    TelegramPlugin(PluginContext context, InstantSource clock, Logger log) {
        this.context = context;
        this.clock = clock;
        this.config = context.config(TelegramConfig.class);
        this.log = log;
    }

    @Override
    public void onEnable() {
        if (config.token().isEmpty()) {
            log.info("Telegram is idle: no token is set (TELEGRAM_TOKEN, or token in plugins/telegram/config.yml).");
            return;
        }
        context.platforms().register(new TelegramPlatform(context, config, clock, log));
    }
}

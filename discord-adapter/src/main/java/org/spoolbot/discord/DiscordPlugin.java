package org.spoolbot.discord;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.connection.Refusal;
import org.spoolbot.discord.inbound.Acknowledger;
import org.spoolbot.discord.inbound.Attempts;
import org.spoolbot.discord.inbound.CdnFiles;
import org.spoolbot.discord.inbound.CommandRegistrar;
import org.spoolbot.discord.inbound.HookBook;
import org.spoolbot.discord.inbound.Listener;
import org.spoolbot.discord.inbound.Server;
import org.spoolbot.discord.outbound.Outbox;
import org.spoolbot.discord.render.CommandRenderer;
import org.spoolbot.discord.render.FormRenderer;
import org.spoolbot.discord.render.MessageRenderer;

/** Main class of the plugin. Without a token it stays idle. */
public final class DiscordPlugin implements Plugin {
    private final PluginContext context;
    private final InstantSource clock;
    private final Logger log;
    private final DiscordConfig config;

    @Inject
    DiscordPlugin(PluginContext context, InstantSource clock, Logger log) {
        this.context = context;
        this.clock = clock;
        this.log = log;
        this.config = context.config(DiscordConfig.class);
    }

    @Override
    public void onEnable() {
        if (config.token().isEmpty()) {
            log.info("Discord is idle: no token is set (DISCORD_TOKEN, or token in plugins/discord/config.yml).");
            return;
        }
        context.platforms().register(platform());
    }

    private DiscordPlatform platform() {
        PlatformState state = new PlatformState(clock);
        Attempts attempts = new Attempts();
        Connection connection = new Connection(config.access(), state, this::tell, attempts, log);
        HookBook hooks = new HookBook(clock);
        Outbox outbox = new Outbox(connection, hooks, new MessageRenderer(), clock);
        Acknowledger acknowledger = new Acknowledger(context.events(), state, clock, attempts);
        CdnFiles files = new CdnFiles(connection.http(), config.apiUrl());
        return new DiscordPlatform(connection, state, outbox, inbox -> listeners(inbox, hooks, acknowledger, files));
    }

    private List<Object> listeners(ChatInbox inbox, HookBook hooks, Acknowledger acknowledger, CdnFiles files) {
        CommandRenderer commands = new CommandRenderer(inbox, config.userInstall());
        Server server = new Server(inbox, context.translator(), DiscordPlugin::run, clock);
        return List.of(
                new Listener(server, commands, new FormRenderer(inbox), hooks, acknowledger, files),
                new CommandRegistrar(commands::render, config.registerIn(), context.store(), context.scheduler(), clock));
    }

    private static void run(Runnable task) {
        Thread.ofVirtual().name("discord-form").start(task);
    }

    /** The server writes alerts to the log as well, so this is said in one place only. */
    private void tell(Refusal refusal) {
        context.events().fire(new AlertEvent("discord-refused", Phrase.of(refusal.key())));
    }
}

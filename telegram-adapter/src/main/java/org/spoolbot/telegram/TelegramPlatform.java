package org.spoolbot.telegram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.connection.BotHttp;
import org.spoolbot.telegram.connection.DurableInbox;
import org.spoolbot.telegram.connection.Link;
import org.spoolbot.telegram.connection.Poller;
import org.spoolbot.telegram.connection.TelegramThreads;
import org.spoolbot.telegram.connection.UpdateSource;
import org.spoolbot.telegram.connection.WebhookGuard;
import org.spoolbot.telegram.connection.WebhookReceiver;
import org.spoolbot.telegram.inbound.Assembly;
import org.spoolbot.telegram.inbound.CommandMenu;
import org.spoolbot.telegram.inbound.Presence;
import org.spoolbot.telegram.outbound.Bot;
import org.spoolbot.telegram.outbound.Postbox;
import org.spoolbot.telegram.outbound.Tongues;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Telegram as one of the server's chat platforms. */
final class TelegramPlatform implements ChatPlatform {
    private static final long CLOUD_BYTES = 50L << 20;
    private static final long LOCAL_BYTES = 2_000L << 20;
    private static final long CLOUD_DOWNLOAD_BYTES = 20L << 20;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration MENU_EVERY = Duration.ofMinutes(2);
    private static final Duration TIDY_EVERY = Duration.ofHours(6);

    private final PluginContext context;
    private final TelegramConfig config;
    private final InstantSource clock;
    private final Logger log;
    private final Link link;
    private final BotApi api;
    private final BotHttp http;
    private final TelegramClient telegram;
    private final Postbox postbox;
    private final Tongues tongues = new Tongues();
    private final AtomicReference<@Nullable User> self = new AtomicReference<>();
    private final Presence presence;
    private volatile boolean running;
    private Instant nextMenu = Instant.MIN;
    private @Nullable UpdateSource source;
    private volatile @Nullable DurableInbox inbox;

    TelegramPlatform(PluginContext context, TelegramConfig config, InstantSource clock, Logger log) {
        this.context = context;
        this.config = config;
        this.clock = clock;
        this.log = log;
        this.link = new Link(clock);
        this.api = new BotApi(config.apiUrl(), config.token());
        this.http = new BotHttp(api, TelegramThreads.calls());
        this.telegram = http.client();
        long most = config.isLocalServer() ? LOCAL_BYTES : CLOUD_BYTES;
        this.postbox = new Postbox(context, api, telegram, bot(), most, clock);
        this.presence = new Presence(context.store(), clock, postbox.chats());
    }

    private Bot bot() {
        return new Bot() {
            @Override
            public String userName() {
                User known = self.get();
                return known == null ? "" : known.getUserName();
            }

            @Override
            public Locale languageOf(Optional<Account> account) {
                return tongues.of(account);
            }
        };
    }

    @Override
    public String id() {
        return "telegram";
    }

    /** The bot asks who it is before it reads anything: without its name it cannot tell what is meant for it. */
    @Override
    public void start(ChatInbox server) {
        running = true;
        CommandMenu menu = new CommandMenu(server, telegram, context.store(), api.botId());
        context.scheduler().start(() -> look(server, menu));
        context.scheduler().every(LOOK_EVERY, () -> look(server, menu));
    }

    private synchronized void look(ChatInbox server, CommandMenu menu) {
        if (!running) {
            return;
        }
        if (source == null && isKnown()) {
            open(server);
        }
        if (source != null && link.isUp()) {
            tell(menu);
        }
    }

    /** Looked at again now and then, because plugins bring commands and take them away. */
    private void tell(CommandMenu menu) {
        Instant now = clock.instant();
        if (!now.isBefore(nextMenu) && menu.isTold()) {
            nextMenu = now.plus(MENU_EVERY);
        }
    }

    private boolean isKnown() {
        try {
            User me = telegram.execute(new GetMe());
            self.set(me);
            log.info("Telegram knows this bot as @{}.", me.getUserName());
            return true;
        } catch (TelegramApiException refused) {
            link.refused(refused, log);
            return false;
        }
    }

    private void open(ChatInbox server) {
        Assembly.Surroundings around = new Assembly.Surroundings(context, tongues.listeningTo(server), api, http, clock, log);
        Optional<Path> localFiles = Optional.of(config.localFiles()).filter(path -> !path.isBlank()).map(Path::of);
        long download = config.isLocalServer() ? Long.MAX_VALUE : CLOUD_DOWNLOAD_BYTES;
        Assembly.Settings settings =
                new Assembly.Settings(Set.copyOf(config.allowedChats()), localFiles, download, presence);
        Assembly assembly = new Assembly(around, postbox, this::known, settings);
        DurableInbox opened =
                new DurableInbox(context.store(), api.botId(), assembly.inlet(), context.scheduler(), link, log);
        UpdateSource updates = source(opened);
        opened.resume();
        updates.start();
        inbox = opened;
        source = updates;
        context.scheduler().every(TIDY_EVERY, () -> {
            assembly.tidy();
            postbox.tidy();
            presence.tidy();
        });
    }

    private User known() {
        User known = self.get();
        if (known == null) {
            throw new IllegalStateException("nobody asked yet who the bot is");
        }
        return known;
    }

    private UpdateSource source(DurableInbox opened) {
        WebhookGuard guard = new WebhookGuard(telegram, webhook -> WebhookReceiver.isOurs(context, webhook), config.takeOver(), link, log);
        return switch (config.mode()) {
            case POLLING -> new Poller(api, opened, guard, link, context.events(), context.scheduler(), log);
            case WEBHOOK -> new WebhookReceiver(context, telegram, opened, guard, link, log);
        };
    }

    /** First nothing is worked on any more, then whatever waits for Telegram is broken off, and only then is there a lock to be had. */
    @Override
    public void stop() {
        running = false;
        DurableInbox opened = inbox;
        if (opened != null) {
            opened.close();
        }
        postbox.close();
        http.close();
        disconnect();
    }

    private synchronized void disconnect() {
        if (source != null) {
            source.stop();
        }
        if (inbox != null) {
            inbox.close();
        }
    }

    @Override
    public PlatformHealth health() {
        return link.health();
    }

    @Override
    public DeliveryLimits limits(Destination destination) {
        return postbox.outbox().limits(destination);
    }

    @Override
    public Optional<Obstacle> obstacle(Destination destination) {
        return presence.obstacle(destination);
    }

    @Override
    public SendResult send(Destination destination, Message message) {
        return postbox.outbox().send(destination, message);
    }

    @Override
    public SendResult edit(MessageRef message, Message replacement) {
        return postbox.changes().edit(message, replacement);
    }

    @Override
    public SendResult delete(MessageRef message) {
        return postbox.changes().delete(message);
    }

    /** A private chat is there once the person began it; whether, only sending tells. */
    @Override
    public Optional<Destination> privateChat(Account account) {
        return postbox.outbox().privateChat(account);
    }
}

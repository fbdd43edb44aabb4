package org.spoolbot.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.PlatformRegistry;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

/** The whole plugin, connected to a Discord on loopback, on a server that only keeps what it is handed. */
final class BotOnFake implements AutoCloseable {
    private static final CommandSpec VIDEO = CommandSpec.of(
            "video",
            "command.video",
            List.of(OptionSpec.named("prompt", "option.prompt", OptionSpec.Type.TEXT).as(OptionSpec.Presence.REST)));

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final RecordingInbox inbox = new RecordingInbox(List.of(VIDEO));
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final InstantSource clock;
    private final DiscordConfig config;
    private final KeyValueStore store;
    private ChatPlatform platform;
    private int heard;

    private BotOnFake(DiscordConfig config, InstantSource clock, KeyValueStore store) {
        this.config = config;
        this.clock = clock;
        this.store = store;
        Logger logger = logger();
        logger.setLevel(Level.TRACE);
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.addAppender(lines);
    }

    /** Connected, with its commands registered. */
    static BotOnFake connected(FakeDiscord discord, InstantSource clock) {
        BotOnFake bot = started(discord, clock, discord.token(), "auto");
        Waiting.until("the commands are registered", () -> !discord.world().commands().isEmpty());
        return bot;
    }

    /** Started, whatever came of it. */
    static BotOnFake started(FakeDiscord discord, InstantSource clock, String token, String shards) {
        return started(discord.apiUrl(), clock, token, shards);
    }

    /** Started, whatever came of it. */
    static BotOnFake started(URI api, InstantSource clock, String token, String shards) {
        DiscordConfig config = new DiscordConfig(new Secret(token), api, shards, false, List.of());
        BotOnFake bot = new BotOnFake(config, clock, new MemoryStore());
        new DiscordPlugin(bot.context(), clock, LoggerFactory.getLogger("plugin.discord")).onEnable();
        bot.platform.start(bot.inbox);
        return bot;
    }

    ChatPlatform platform() {
        return platform;
    }

    RecordingInbox inbox() {
        return inbox;
    }

    /** The health turns before the alert is given. */
    void awaitEvent() {
        Waiting.until("an alert", () -> !events.isEmpty());
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The next thing that somebody did. */
    <I extends Inbound> I hears(Class<I> type) {
        Waiting.until("something is handed in", () -> inbox.received().size() > heard);
        return type.cast(inbox.received().get(heard++));
    }

    /** A place that no server knows. */
    Destination nowhere() {
        return new Destination("discord", Optional.empty(), "1", Optional.empty(), Optional.empty());
    }

    void awaitHealth(PlatformHealth.State state) {
        Waiting.until("health is " + state, () -> platform.health().state() == state);
    }

    /** Everything that was logged, by whomever. */
    List<String> log() {
        return lines.list.stream().map(line -> line.getLevel() + " " + line.getLoggerName() + " " + line.getFormattedMessage()).toList();
    }

    /** What JDA and we said at WARN and above. */
    List<String> loudLog() {
        return log().stream().filter(line -> line.startsWith("WARN") || line.startsWith("ERROR")).toList();
    }

    @Override
    public void close() {
        platform.stop();
        logger().detachAppender(lines);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private PluginContext context() {
        return of(PluginContext.class, name -> switch (name) {
            case "config" -> config;
            case "store" -> store;
            case "translator" -> (Translator) (Locale _, Phrase phrase) -> phrase.key();
            case "events" -> of(EventBus.class, _ -> null);
            case "scheduler" -> new OwnThreads();
            case "platforms" -> (PlatformRegistry) this::register;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private Registration register(ChatPlatform registered) {
        platform = registered;
        return () -> {};
    }

    private <T> T of(Class<T> type, java.util.function.Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            if (method.getName().equals("fire")) {
                events.add((Event) arguments[0]);
                return arguments[0];
            }
            return answers.apply(method.getName());
        }));
    }

    private static final class OwnThreads implements TaskScheduler {
        @Override
        public Registration after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("after");
        }

        @Override
        public Registration every(Duration pause, Runnable task) {
            return () -> {};
        }

        @Override
        public Registration start(Runnable task) {
            Thread.ofVirtual().start(task);
            return () -> {};
        }
    }
}

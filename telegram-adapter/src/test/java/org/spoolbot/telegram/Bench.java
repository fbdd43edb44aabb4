package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.testkit.CapturedRoutes;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

/** The platform with the real library against the Bot API of the fixtures, on fakes of the server's side. */
final class Bench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final Setup setup;
    final InstantSource clock;
    final FakeTelegram telegram;
    final KeyValueStore store;
    final RecordingInbox inbox;
    final List<Event> events = new CopyOnWriteArrayList<>();
    final CapturedRoutes routes = new CapturedRoutes();
    LiveTasks tasks = new LiveTasks();
    TelegramPlatform platform;
    private final Path folder;

    /** What differs from a plain server. */
    static final class Setup {
        InstantSource clock = InstantSource.system();
        KeyValueStore store = new MemoryStore();
        RecordingInbox inbox = new RecordingInbox(commands());
        UnaryOperator<ChatInbox> ear = UnaryOperator.identity();
        Consumer<FakeTelegram> before = _ -> {};
        TelegramConfig.Mode mode = TelegramConfig.Mode.POLLING;
        TelegramConfig.LocalServer local = TelegramConfig.LocalServer.AUTO;
        boolean takeOver;
        List<String> allowedChats = List.of();
        String localFiles = "";
        String token = "";
        Logger log = LoggerFactory.getLogger("telegram");
    }

    Bench(Path folder) {
        this(folder, _ -> {});
    }

    Bench(Path folder, Consumer<Setup> changes) {
        this.folder = folder;
        this.setup = new Setup();
        changes.accept(setup);
        this.clock = setup.clock;
        this.telegram = FakeTelegram.start(clock);
        this.store = setup.store;
        this.inbox = setup.inbox;
        setup.before.accept(telegram);
        platform = begin();
    }

    private TelegramPlatform begin() {
        String token = setup.token.isEmpty() ? telegram.token() : setup.token;
        TelegramConfig config = new TelegramConfig(
                new Secret(token), telegram.apiUrl(), setup.local, setup.mode, setup.takeOver, setup.allowedChats, setup.localFiles);
        TelegramPlatform begun = new TelegramPlatform(context(config), config, clock, setup.log);
        begun.start(setup.ear.apply(inbox));
        return begun;
    }

    /** Ends the process and starts it anew, as the setup is now. */
    void restart() {
        platform.stop();
        tasks.close();
        tasks = new LiveTasks();
        platform = begin();
    }

    /** The one who is first in what was heard, once so much was. */
    List<Inbound> heard(int count) {
        await().atMost(PATIENCE).until(() -> inbox.received().size() >= count);
        return inbox.received();
    }

    Inbound.TextInput text(int place) {
        return (Inbound.TextInput) heard(place + 1).get(place);
    }

    /** Whether the line is known to stand, in time. */
    void awaitUp() {
        await().atMost(PATIENCE).until(() -> platform.health().state() == PlatformHealth.State.UP);
    }

    private static List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of("video", "command.video", List.of()),
                CommandSpec.of("forget-me", "command.forget-me", List.of()),
                CommandSpec.of("help", "command.help", List.of()),
                CommandSpec.of("admin", "command.admin", List.of()).requiring(new PermissionNode("spoolbot.admin")));
    }

    private PluginContext context(TelegramConfig config) {
        return new Server(store, tasks, folder, routes, events).context(config);
    }

    private static Translator texts() {
        Properties patterns = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Bench.class.getResourceAsStream("/messages.properties")), StandardCharsets.UTF_8)) {
            patterns.load(reader);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return (Locale language, Phrase phrase) ->
                MessageFormat.format(patterns.getProperty(phrase.key()), phrase.arguments().toArray());
    }

    /** The server's side of a plugin. */
    record Server(KeyValueStore store, LiveTasks tasks, Path folder, CapturedRoutes routes, List<Event> events) {
        Server(KeyValueStore store, LiveTasks tasks, Path folder) {
            this(store, tasks, folder, new CapturedRoutes(), new CopyOnWriteArrayList<>());
        }

        PluginContext context(TelegramConfig config) {
            Map<String, Object> parts = Map.of(
                    "config", config,
                    "store", store,
                    "scheduler", tasks,
                    "translator", texts(),
                    "events", bus(),
                    "http", routes,
                    "dataFolder", folder);
            return (PluginContext) Proxy.newProxyInstance(
                    PluginContext.class.getClassLoader(), new Class<?>[] {PluginContext.class}, (_, method, _) ->
                            Objects.requireNonNull(parts.get(method.getName()), method.getName()));
        }

        private EventBus bus() {
            return new EventBus() {
                @Override
                public Registration register(Object listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> listener) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public <E extends Event> E fire(E event) {
                    events.add(event);
                    return event;
                }
            };
        }
    }

    @Override
    public void close() {
        platform.stop();
        tasks.close();
        telegram.close();
        assertThat(telegram.violations().all()).isEmpty();
    }
}

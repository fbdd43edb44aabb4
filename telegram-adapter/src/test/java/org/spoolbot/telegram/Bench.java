package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.testkit.CapturedRoutes;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

/** The platform with the real library against the Bot API of the fixtures, on fakes of the server's side. */
final class Bench implements AutoCloseable {
    final InstantSource clock = InstantSource.system();
    final FakeTelegram telegram = FakeTelegram.start(clock);
    final MemoryStore store;
    final RecordingInbox inbox;
    final List<Event> events = new CopyOnWriteArrayList<>();
    final CapturedRoutes routes = new CapturedRoutes();
    final LiveTasks tasks = new LiveTasks();
    final TelegramPlatform platform;
    private final Path folder;

    Bench(Path folder) {
        this(folder, new MemoryStore(), new RecordingInbox(commands()));
    }

    Bench(Path folder, MemoryStore store, RecordingInbox inbox) {
        this.folder = folder;
        this.store = store;
        this.inbox = inbox;
        TelegramConfig config = new TelegramConfig(
                new Secret(telegram.token()), telegram.apiUrl(), TelegramConfig.Mode.POLLING, false, List.of(), "");
        platform = new TelegramPlatform(context(config), config, clock, LoggerFactory.getLogger("telegram"));
        platform.start(inbox);
    }

    private static List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of("video", "command.video", List.of()),
                CommandSpec.of("forget-me", "command.forget-me", List.of()),
                CommandSpec.of("help", "command.help", List.of()));
    }

    private PluginContext context(TelegramConfig config) {
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


    @Override
    public void close() {
        platform.stop();
        tasks.close();
        telegram.close();
        assertThat(telegram.violations().all()).isEmpty();
    }
}

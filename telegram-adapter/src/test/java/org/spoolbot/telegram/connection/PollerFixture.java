package org.spoolbot.telegram.connection;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.telegram.LiveTasks;
import org.spoolbot.testkit.MemoryStore;

/** A poller with nothing behind it. */
public final class PollerFixture {
    private PollerFixture() {}

    /** The ids of so many updates, in the order they were worked on. */
    public static List<Integer> idsFrom(URI server, Secret token, int count, Duration patience) {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        BotApi api = new BotApi(URI.create("http://127.0.0.1:" + server.getPort()), token);
        Link link = new Link(InstantSource.system());
        try (LiveTasks tasks = new LiveTasks(); BotHttp http = new BotHttp(api, TelegramThreads.calls())) {
            DurableInbox inbox = new DurableInbox(
                    new MemoryStore(), api.botId(), new Noting(seen), tasks, link, LoggerFactory.getLogger("telegram"));
            WebhookGuard guard = new WebhookGuard(http.client(), _ -> false, false, link, LoggerFactory.getLogger("telegram"));
            Poller poller = new Poller(api, inbox, guard, link, new NoEvents(), tasks, LoggerFactory.getLogger("telegram"));
            poller.start();
            await().atMost(patience).until(() -> seen.size() >= count);
            poller.stop();
        }
        return seen;
    }

    private record Noting(List<Integer> seen) implements UpdateHandler {
        @Override
        public void arrived(Arrival update) {}

        @Override
        public Turn take(Arrival update, Receipt done) {
            seen.add(update.id());
            done.run();
            return Turn.GO_ON;
        }

        @Override
        public String line(Arrival update) {
            return "";
        }
    }

    private static final class NoEvents implements EventBus {
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
            return event;
        }
    }
}

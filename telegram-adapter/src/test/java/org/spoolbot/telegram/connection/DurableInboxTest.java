package org.spoolbot.telegram.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.telegram.LiveTasks;
import org.spoolbot.testkit.MemoryStore;

final class DurableInboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LiveTasks tasks = new LiveTasks();
    private final MemoryStore store = new MemoryStore();
    private final Link link = new Link(InstantSource.system());
    private final List<Integer> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        tasks.close();
    }

    @Test
    void aFullInboxLeavesTheRestWithTelegramAndTakesItWhenThereIsRoom() {
        List<Receipt> open = new CopyOnWriteArrayList<>();
        link.works();
        DurableInbox inbox = inbox((_, receipt) -> {
            open.add(receipt);
            return UpdateHandler.Turn.GO_ON;
        });
        List<Arrival> many = arrivals(1, DurableInbox.MOST_WAITING);
        assertThat(inbox.store(many)).isTrue();
        List<Arrival> more = arrivals(DurableInbox.MOST_WAITING + 1, 1);

        assertThat(inbox.store(more)).isFalse();
        assertThat(link.health().state()).isEqualTo(State.DOWN);
        await().atMost(PATIENCE).until(() -> open.size() == DurableInbox.MOST_WAITING);
        open.getFirst().run();

        assertThat(inbox.store(more)).isTrue();
        assertThat(link.health().state()).isEqualTo(State.UP);
        inbox.close();
    }

    @Test
    void whatFailsForAMomentIsNotLost() {
        AtomicInteger faults = new AtomicInteger(3);
        DurableInbox inbox = inbox((update, receipt) -> {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is busy");
            }
            seen.add(update.id());
            receipt.run();
            return UpdateHandler.Turn.GO_ON;
        });
        inbox.store(arrivals(1, 2));

        await().atMost(PATIENCE).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly(1, 2);
        assertThat(link.passedOver()).isEqualTo(1);
        inbox.close();
    }

    @Test
    void anotherBotsUpdatesAreNotThisOnes() {
        inbox((_, _) -> UpdateHandler.Turn.GO_ON).store(arrivals(1, 1));
        DurableInbox other = new DurableInbox(store, "other", handler((update, receipt) -> {
            seen.add(update.id());
            receipt.run();
            return UpdateHandler.Turn.GO_ON;
        }), tasks, link, LoggerFactory.getLogger("telegram"));
        other.resume();
        other.store(arrivals(2, 1));

        await().atMost(PATIENCE).until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly(2);
    }

    @Test
    void whatIsNeverReadableIsPassedOverAtOnce() {
        DurableInbox inbox = inbox((update, receipt) -> {
            if (update.id() == 1) {
                throw new UnreadableUpdateException("never");
            }
            seen.add(update.id());
            receipt.run();
            return UpdateHandler.Turn.GO_ON;
        });
        inbox.store(arrivals(1, 2));

        await().atMost(PATIENCE).until(() -> seen.contains(2));
        await().atMost(PATIENCE).until(() -> store.scan("update/", "", 10).isEmpty());
        inbox.close();
    }

    private DurableInbox inbox(BiFunction<Arrival, Receipt, UpdateHandler.Turn> work) {
        return new DurableInbox(store, "bot", handler(work), tasks, link, LoggerFactory.getLogger("telegram"));
    }

    private static UpdateHandler handler(BiFunction<Arrival, Receipt, UpdateHandler.Turn> work) {
        return new UpdateHandler() {
            @Override
            public void arrived(Arrival update) {}

            @Override
            public Turn take(Arrival update, Receipt done) {
                return work.apply(update, done);
            }

            @Override
            public String line(Arrival update) {
                return "";
            }
        };
    }

    private static List<Arrival> arrivals(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(id -> new Arrival(id, "{}")).toList();
    }
}

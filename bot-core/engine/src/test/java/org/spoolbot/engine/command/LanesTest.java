package org.spoolbot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void inputsOfOnePersonKeepTheirOrderAndNeverOverlap() throws InterruptedException {
        Lanes<String> lanes = new Lanes<>(executor, 1_000, 1_000);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(500);
        for (int count = 0; count < 500; count++) {
            int number = count;
            assertThat(lanes.submit("ada", () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        order.add(number);
                        inside.decrementAndGet();
                        done.countDown();
                    }))
                    .isTrue();
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).isSorted().hasSize(500);
        assertThat(most).hasValue(1);
    }

    @Test
    void oneSlowPersonDelaysNobodyElse() throws InterruptedException {
        Lanes<String> lanes = new Lanes<>(executor, 100, 100);
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        lanes.submit("slow", () -> waitFor(hold));
        lanes.submit("quick", other::countDown);
        assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
        hold.countDown();
    }

    @Test
    void whatDoesNotFitIsRefusedAndRoomComesBack() throws InterruptedException {
        Lanes<String> lanes = new Lanes<>(executor, 3, 2);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        lanes.submit("ada", () -> {
            started.countDown();
            waitFor(hold);
        });
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(lanes.submit("ada", done::countDown)).isTrue();
        assertThat(lanes.submit("ada", done::countDown)).isTrue();
        assertThat(lanes.submit("ada", done::countDown)).isFalse();
        hold.countDown();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        CountDownLatch again = new CountDownLatch(1);
        assertThat(lanes.submit("ada", again::countDown)).isTrue();
        assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFaultDoesNotSilenceThePersonForEver() throws InterruptedException {
        Lanes<String> lanes = new Lanes<>(executor, 10, 10);
        CountDownLatch next = new CountDownLatch(1);
        lanes.submit("ada", () -> {
            throw new IllegalStateException("broken");
        });
        lanes.submit("ada", next::countDown);
        assertThat(next.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aServerThatStopsTakesNothingMore() {
        executor.shutdown();
        Lanes<String> lanes = new Lanes<>(executor, 3, 2);
        assertThat(lanes.submit("ada", () -> {})).isFalse();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

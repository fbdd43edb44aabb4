package org.spoolbot.engine.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.Logs;
import org.spoolbot.engine.time.ManualWaiting;
import org.spoolbot.testkit.SettableClock;

@Timeout(20)
class VirtualTasksTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = SettableClock.atTen();
    private final ManualWaiting waiting = new ManualWaiting(clock);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Kept kept = new Kept();
    private final VirtualTasks tasks = new VirtualTasks("alpha", kept, executor, clock, waiting);
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void aTaskRunsWhenItsDelayIsOverAndNotBefore() throws InterruptedException {
        tasks.after(MINUTE, () -> ran.add("late"));
        waiting.awaitWaiters(1);

        waiting.advance(Duration.ofSeconds(59));
        assertThat(ran).isEmpty();
        waiting.advance(Duration.ofSeconds(1));

        assertThat(ran.take()).isEqualTo("late");
    }

    @Test
    void aTaskIsRepeatedWithThePauseCountedFromTheEndOfARun() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        tasks.every(MINUTE, () -> {
            ran.add("run at " + clock.instant());
            awaitQuietly(slow);
        });
        waiting.awaitWaiters(1);
        waiting.advance(MINUTE);
        assertThat(ran.take()).isEqualTo("run at 2026-11-21T10:01:00Z");

        waiting.advance(MINUTE.multipliedBy(5));
        slow.countDown();
        waiting.awaitWaiters(1);
        assertThat(ran).isEmpty();
        waiting.advance(MINUTE);

        assertThat(ran.take()).isEqualTo("run at 2026-11-21T10:07:00Z");
    }

    @Test
    void aTaskThatThrowsIsLoggedAndRepeated() throws InterruptedException {
        try (Logs logs = new Logs(VirtualTasks.class)) {
            for (Throwable fault : new Throwable[] {new IllegalStateException(), new NoClassDefFoundError(), new AssertionError(), new StackOverflowError()}) {
                Registration registration = tasks.every(MINUTE, () -> {
                    ran.add("run");
                    VirtualTasksTest.<RuntimeException>sneak(fault);
                });
                for (int run = 0; run < 2; run++) {
                    waiting.awaitWaiters(1);
                    waiting.advance(MINUTE);
                    assertThat(ran.take()).isEqualTo("run");
                }
                waiting.awaitWaiters(1);
                registration.close();
                waiting.awaitWaiters(0);
            }
            assertThat(logs.lines()).hasSize(8).containsOnly("a task of plugin alpha failed");
        }
    }

    @Test
    void aTaskThatSwallowsTheInterruptEndsAllTheSame() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Registration registration = tasks.every(MINUTE, () -> {
            ran.add("begun");
            awaitQuietly(never);
        });
        waiting.awaitWaiters(1);
        waiting.advance(MINUTE);
        ran.take();

        registration.close();

        kept.awaitEmpty();
        waiting.awaitWaiters(0);
        assertThat(ran).isEmpty();
    }

    @Test
    void aTaskThatLeavesItsThreadInterruptedIsRepeated() throws InterruptedException {
        tasks.every(MINUTE, () -> {
            ran.add("run");
            Thread.currentThread().interrupt();
        });
        for (int run = 0; run < 2; run++) {
            waiting.awaitWaiters(1);
            waiting.advance(MINUTE);
            assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("run");
        }
    }

    @Test
    void aTaskMayEndItself() throws InterruptedException {
        BlockingQueue<Registration> self = new LinkedBlockingQueue<>();
        self.add(tasks.every(MINUTE, () -> {
            self.remove().close();
            ran.add("interrupted: " + Thread.currentThread().isInterrupted());
        }));
        waiting.awaitWaiters(1);

        waiting.advance(MINUTE);

        assertThat(ran.take()).isEqualTo("interrupted: false");
        kept.awaitEmpty();
    }

    @Test
    void aTaskThatIsTakenBackDoesNotRun() throws InterruptedException {
        Registration registration = tasks.after(MINUTE, () -> ran.add("late"));
        waiting.awaitWaiters(1);

        registration.close();
        registration.close();
        kept.awaitEmpty();
        waiting.advance(MINUTE);

        assertThat(ran).isEmpty();
    }

    @Test
    void aThousandShortTasksLeaveNothingBehind() throws InterruptedException {
        for (int index = 0; index < 1000; index++) {
            tasks.start(() -> ran.add("ran"));
        }

        kept.awaitEmpty();
        assertThat(ran).hasSize(1000);
    }

    @Test
    void tasksRunOnVirtualThreads() throws InterruptedException {
        tasks.start(() -> ran.add("virtual: " + Thread.currentThread().isVirtual()));

        assertThat(ran.take()).isEqualTo("virtual: true");
    }

    @Test
    void aPauseOfNothingIsRefused() {
        assertThatThrownBy(() -> tasks.every(Duration.ZERO, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tasks.every(Duration.ofSeconds(-1), () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThat(kept.tasks).isEmpty();
    }

    @Test
    void aServerThatStopsTakesNoMoreTasksAndKeepsNone() {
        executor.shutdown();

        assertThatThrownBy(() -> tasks.start(() -> {})).isInstanceOf(RejectedExecutionException.class);
        assertThat(kept.tasks).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException swallowed) {
            // What a careless plugin does.
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable fault) throws T {
        throw (T) fault;
    }

    private static final class Kept implements TaskScope {
        private final Set<Registration> tasks = ConcurrentHashMap.newKeySet();

        @Override
        public Registration began(Registration task) {
            tasks.add(task);
            return task;
        }

        @Override
        public void over(Registration task) {
            tasks.remove(task);
        }

        void awaitEmpty() {
            Awaitility.await().until(tasks::isEmpty);
        }
    }
}

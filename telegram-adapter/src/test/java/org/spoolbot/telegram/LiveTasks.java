package org.spoolbot.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ExecutorService;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;

/**
 * Tasks on virtual threads by the real clock, as the server runs them, but that what looks after something every few seconds looks at once:
 * no test waits for a look.
 */
public final class LiveTasks implements TaskScheduler, AutoCloseable {
    private static final Duration LOOKS = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    @Override
    public Registration after(Duration delay, Runnable task) {
        Future<?> later = clock.schedule(() -> threads.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> later.cancel(false);
    }

    @Override
    public Registration every(Duration pause, Runnable task) {
        Duration step = pause.compareTo(LOOKS) <= 0 ? AT_ONCE : pause;
        Runnable again = new Runnable() {
            @Override
            public void run() {
                try {
                    task.run();
                } finally {
                    if (!clock.isShutdown()) {
                        after(step, this);
                    }
                }
            }
        };
        return start(again);
    }

    @Override
    public Registration start(Runnable task) {
        Future<?> running = threads.submit(task);
        return () -> running.cancel(true);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }
}

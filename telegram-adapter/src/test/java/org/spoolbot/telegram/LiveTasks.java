package org.spoolbot.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ExecutorService;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;

/** Tasks on virtual threads by the real clock, as the server runs them. */
public final class LiveTasks implements TaskScheduler, AutoCloseable {
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
        Runnable again = new Runnable() {
            @Override
            public void run() {
                try {
                    task.run();
                } finally {
                    if (!clock.isShutdown()) {
                        after(pause, this);
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

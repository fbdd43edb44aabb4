package org.spoolbot.engine.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.engine.time.Waiting;

/** Runs each task on a virtual thread of its own that waits by the injected clock. Thread-safe. */
public final class VirtualTasks implements TaskScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualTasks.class);

    private final String owner;
    private final ExecutorService executor;
    private final InstantSource clock;
    private final Waiting waiting;

    /** For the tasks of one owner, who is named in the log when one fails. */
    public VirtualTasks(String owner, ExecutorService executor, InstantSource clock, Waiting waiting) {
        this.owner = owner;
        this.executor = executor;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        Instant due = clock.instant().plus(delay);
        return started(() -> {
            waiting.until(due);
            runSafely(task);
        });
    }

    @Override
    public Registration every(Duration pause, Runnable task) {
        return started(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                waiting.until(clock.instant().plus(pause));
                runSafely(task);
            }
        });
    }

    @Override
    public Registration start(Runnable task) {
        return started(() -> runSafely(task));
    }

    private Registration started(Work work) {
        Future<?> future = executor.submit(() -> {
            try {
                work.run();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        return () -> future.cancel(true);
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError fault) {
            LOG.error("a task of plugin {} failed", owner, fault);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}

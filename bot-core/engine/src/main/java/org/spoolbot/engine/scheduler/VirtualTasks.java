package org.spoolbot.engine.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.engine.time.Waiting;

/** Runs each task on a virtual thread of its own that waits by the injected clock. Thread-safe. */
public final class VirtualTasks implements TaskScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualTasks.class);

    private final String owner;
    private final TaskScope scope;
    private final ExecutorService executor;
    private final InstantSource clock;
    private final Waiting waiting;

    /** For the tasks of one owner, who is named in the log when one fails. */
    public VirtualTasks(String owner, TaskScope scope, ExecutorService executor, InstantSource clock, Waiting waiting) {
        this.owner = owner;
        this.scope = scope;
        this.executor = executor;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        Instant due = clock.instant().plus(delay);
        return started(task, self -> {
            waiting.until(due);
            if (!self.ended()) {
                runSafely(task);
            }
        });
    }

    @Override
    public Registration every(Duration pause, Runnable task) {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("a task needs a pause between its runs, not " + pause);
        }
        return started(task, self -> {
            while (!self.ended()) {
                waiting.until(clock.instant().plus(pause));
                if (!self.ended()) {
                    runSafely(task);
                    forgetStrayInterrupt(self);
                }
            }
        });
    }

    @Override
    public Registration start(Runnable task) {
        return started(task, self -> runSafely(task));
    }

    private Registration started(Runnable task, Work work) {
        Task self = new Task();
        Registration kept = scope.began(self);
        try {
            executor.execute(() -> run(self, task.getClass().getClassLoader(), work));
        } catch (RuntimeException refused) {
            scope.over(self);
            throw refused;
        }
        return kept;
    }

    private void run(Task self, ClassLoader loader, Work work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            if (self.begin()) {
                thread.setContextClassLoader(loader);
                work.run(self);
            }
        } catch (InterruptedException stopped) {
            thread.interrupt();
        } finally {
            self.leave();
            thread.setContextClassLoader(before);
            scope.over(self);
        }
    }

    /** A task that leaves its thread interrupted would otherwise end its own repetition. */
    private void forgetStrayInterrupt(Task self) {
        if (Thread.interrupted() && (self.ended() || executor.isShutdown())) {
            Thread.currentThread().interrupt();
        }
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError fault) {
            LOG.error("a task of plugin {} failed", owner, fault);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Task self) throws InterruptedException;
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.time.Waiting;

/** Gives a member back after a day what an unknown outcome holds; the operator's side stays open until it is resolved. */
final class UnclearSweeper implements Startable {
    static final Duration PATIENCE = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(UnclearSweeper.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final JobBooks books;
    private final JobWriter writer;
    private final ExecutorService executor;
    private final Waiting waiting;
    private final InstantSource clock;
    private @Nullable Future<?> worker;

    @Inject
    UnclearSweeper(JobBooks books, JobWriter writer, ExecutorService executor, Waiting waiting, InstantSource clock) {
        this.books = books;
        this.writer = writer;
        this.executor = executor;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public void start() {
        worker = executor.submit(this::work);
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.cancel(true);
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    sweep();
                } catch (RuntimeException broken) {
                    LOG.warn("Unclear jobs could not be looked at; it is tried again", broken);
                }
                waiting.until(clock.instant().plus(EVERY));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void sweep() throws InterruptedException {
        Instant before = clock.instant().minus(PATIENCE);
        List<Job> unclear = books.unclear(AT_ONCE);
        for (Job job : unclear) {
            boolean held = job.receipt().standing() == Receipt.Standing.HELD;
            if (held && !job.state().changedAt().isAfter(before)) {
                writer.apply(job, new JobSignal.Settled(false, true));
                LOG.info("Job {}: its member's hold is released after a day without an answer", job.id());
            }
        }
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;
import org.spoolbot.engine.job.JobBooks.Rerouting;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.time.Waiting;

/** Writes what happened to a job and tells everybody, after it is durable. What a gateway answered is never dropped: busy books are waited for. */
final class JobWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JobWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JobBooks books;
    private final EventBus events;
    private final Waiting waiting;
    private final InstantSource clock;

    @Inject
    JobWriter(JobBooks books, EventBus events, Waiting waiting, InstantSource clock) {
        this.books = books;
        this.events = events;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Writes the signal and answers the job as it is now. If somebody else moved it to another status meanwhile, that stands and the
     * signal is dropped.
     */
    Job apply(Job job, JobSignal signal) throws InterruptedException {
        return apply(job, signal, this::write);
    }

    /**
     * Does the same for somebody who waits for the answer.
     *
     * @throws BooksBusyException if the books do not take it now; nothing was written
     */
    Job applyNow(Job job, JobSignal signal) throws InterruptedException {
        return apply(job, signal, (seen, wanted) -> books.apply(seen.id(), seen.version(), wanted));
    }

    private Job apply(Job job, JobSignal signal, Attempt attempt) throws InterruptedException {
        Job seen = job;
        while (true) {
            Optional<Job> moved = attempt.write(seen, signal);
            if (moved.isPresent()) {
                announce(seen.status(), moved.get());
                return moved.get();
            }
            Job fresh = find(job.id());
            if (fresh.status() != job.status()) {
                return fresh;
            }
            if (fresh.version() == seen.version()) {
                throw new IllegalStateException("job " + job.id() + " in " + job.status() + " does not take " + signal.getClass().getSimpleName());
            }
            seen = fresh;
        }
    }

    /** Writes a signal that changes no status, wherever the job is by now, and tells nobody; empty if it is over and does not take it. */
    Optional<Job> note(Job job, JobSignal signal) throws InterruptedException {
        Job seen = job;
        while (true) {
            Optional<Job> noted = write(seen, signal);
            if (noted.isPresent()) {
                return noted;
            }
            Job fresh = find(job.id());
            if (fresh.version() == seen.version() && fresh.status().isFinal()) {
                return Optional.empty();
            }
            if (fresh.version() == seen.version()) {
                throw new IllegalStateException("job " + job.id() + " does not take " + signal.getClass().getSimpleName());
            }
            seen = fresh;
        }
    }

    /** Gives a job that no gateway has another plan; what moved it meanwhile to another status stands. */
    Rerouting reroute(Job job, JobSignal.Rerouted signal, EffectiveLimits caps) throws InterruptedException {
        Job seen = job;
        while (true) {
            Job asked = seen;
            Rerouting ended = patiently(job, () -> books.reroute(asked.id(), asked.version(), signal, caps));
            if (ended instanceof Rerouting.Moved(Job moved)) {
                announce(seen.status(), moved);
            }
            Job fresh = ended instanceof Rerouting.Lost ? find(job.id()) : seen;
            if (fresh.version() == seen.version() || fresh.status() != job.status()) {
                return ended;
            }
            seen = fresh;
        }
    }

    /** The job as it is now. */
    Job find(JobId id) {
        return books.find(id).orElseThrow(() -> new IllegalStateException("job " + id + " is gone"));
    }

    private Optional<Job> write(Job job, JobSignal signal) throws InterruptedException {
        return patiently(job, () -> books.apply(job.id(), job.version(), signal));
    }

    private <T> T patiently(Job job, Supplier<T> writing) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return writing.get();
            } catch (BooksBusyException busy) {
                LOG.warn("Job {} waits for the books: {}", job.id(), busy.getMessage());
                waiting.until(clock.instant().plus(Backoff.after(tries, FIRST_PAUSE, LONGEST_PAUSE)));
            }
        }
    }

    /** One try to write a signal. */
    private interface Attempt {
        Optional<Job> write(Job seen, JobSignal signal) throws InterruptedException;
    }

    private void announce(JobStatus previous, Job moved) {
        if (previous != moved.status()) {
            LOG.info("Job {} {} -> {}", moved.id(), previous, moved.status());
        }
        events.fire(new JobChangedEvent(Snapshots.of(moved), Optional.of(previous)));
    }
}

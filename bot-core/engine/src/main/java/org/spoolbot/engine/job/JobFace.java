package org.spoolbot.engine.job;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.message.Progress;

/** What stands in the chat of one job, and when it may be changed next. Painted by one thread at a time. */
final class JobFace {
    private final JobId job;
    private final AtomicBoolean painting = new AtomicBoolean();
    private volatile Instant notBefore = Instant.MIN;
    private volatile Instant next = Instant.MIN;
    private Optional<Progress> shown = Optional.empty();

    JobFace(JobId job) {
        this.job = job;
    }

    JobId job() {
        return job;
    }

    boolean isDue(Instant now) {
        return !next.isAfter(now) && !notBefore.isAfter(now);
    }

    /** Something happened: look as soon as the platform's limit allows. */
    void hurry() {
        next = Instant.MIN;
    }

    /** Nothing may be changed before then, however urgent. */
    void restUntil(Instant instant) {
        notBefore = instant;
    }

    /** Look again then. */
    void lookAt(Instant instant) {
        next = instant;
    }

    Optional<Progress> shown() {
        return shown;
    }

    void shows(Progress progress) {
        shown = Optional.of(progress);
    }

    boolean begin() {
        return painting.compareAndSet(false, true);
    }

    void end() {
        painting.set(false);
    }
}

package org.spoolbot.engine.job;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;

/** What stands in the chat of one job, and when it may be changed next. Painted by one thread at a time. */
final class JobFace {
    private final JobId job;
    private final AtomicBoolean painting = new AtomicBoolean();
    private volatile Instant notBefore = Instant.MIN;
    private volatile Instant next = Instant.MIN;
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private Optional<Progress> shown = Optional.empty();
    private String remarks = "";

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

    /** The order was answered there; the painter sees to that message next. */
    void answeredBy(Answer message) {
        answer.set(message);
        notBefore = Instant.MIN;
        hurry();
    }

    /** The message that answered the order, until something became of it. */
    Optional<Answer> answer() {
        return Optional.ofNullable(answer.get());
    }

    /** Something became of it. */
    void settled(Answer message) {
        answer.compareAndSet(message, null);
    }

    /** What stands in the message besides the progress. */
    String remarks() {
        return remarks;
    }

    void remarks(String words) {
        remarks = words;
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

    /**
     * A message that answered an order.
     *
     * @param remarks what it goes on saying
     */
    record Answer(MessageRef message, String remarks) {}
}

package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.provider.TaskState;

/**
 * A job that waits for its gateway. Its counters belong to whoever asks at the moment: a ticket is in the queue or being asked about, never
 * both. What hints do to it belongs to its queue's lock.
 */
final class PollTicket {
    private static final AtomicLong SERIALS = new AtomicLong();
    private static final Duration LEAST_BETWEEN_HINTS = Duration.ofSeconds(1);

    private final long serial = SERIALS.incrementAndGet();
    private final Job job;
    private final String taskId;
    private final Instant submittedAt;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable TaskState end;
    private Instant due;
    private @Nullable Instant asked;
    private @Nullable Instant hinted;
    private @Nullable Instant finalizing;
    private int failures;
    private int missing;

    PollTicket(Job job, String taskId, Instant submittedAt, Instant due) {
        this.job = job;
        this.taskId = taskId;
        this.submittedAt = submittedAt;
        this.due = due;
    }

    /** Tells tickets with the same due time apart. */
    long serial() {
        return serial;
    }

    /** The job as it was when it began to wait. */
    Job job() {
        return job;
    }

    String taskId() {
        return taskId;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    boolean sample() {
        return job.plan().sample();
    }

    Instant due() {
        return due;
    }

    void dueAt(Instant next) {
        due = next;
    }

    void askedAt(Instant now) {
        asked = now;
    }

    /** Hints may come as fast as they like: they bring no more than one question in a second. */
    void hint(Instant now) {
        Instant last = asked;
        Instant soonest = last == null ? now : last.plus(LEAST_BETWEEN_HINTS);
        hinted = soonest.isAfter(now) ? soonest : now;
    }

    /** Brings the due time forward if a hint wants it. */
    void heedHint() {
        Instant wanted = hinted;
        hinted = null;
        if (wanted != null && wanted.isBefore(due)) {
            due = wanted;
        }
    }

    /** Counts an unanswered question; says how many there were in a row before. */
    int countFailure() {
        return failures++;
    }

    /** Counts an answer; says how long it has been going on like this. */
    PollPlan.Course countAnswer(TaskState state, Instant now) {
        failures = 0;
        missing = state instanceof TaskState.Missing ? missing + 1 : 0;
        if (finalizing == null && state instanceof TaskState.Finalizing) {
            finalizing = now;
        }
        Instant since = finalizing;
        return new PollPlan.Course(
                Duration.between(submittedAt, now), missing, since == null ? Duration.ZERO : Duration.between(since, now));
    }

    /** The first end stands. */
    synchronized void end(TaskState state) {
        if (!isOver()) {
            end = state;
            ended.countDown();
        }
    }

    /** Nobody waits for it any more. */
    synchronized void abandon() {
        ended.countDown();
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /** Parks until the end; empty if it was abandoned. */
    Optional<TaskState> await() throws InterruptedException {
        ended.await();
        return Optional.ofNullable(end);
    }
}

package org.spoolbot.engine.job;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.provider.TaskState;

/** A job that waits for its gateway. Its counters belong to whoever asks at the moment: a ticket is in the queue or being asked about, never both. */
final class PollTicket {
    private final JobId job;
    private final String taskId;
    private final Instant submittedAt;
    private final boolean sample;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable TaskState end;
    private Instant due;
    private int failures;
    private int missing;

    PollTicket(Job job, String taskId, Instant submittedAt, Instant due) {
        this.job = job.id();
        this.taskId = taskId;
        this.submittedAt = submittedAt;
        this.sample = job.plan().sample();
        this.due = due;
    }

    JobId job() {
        return job;
    }

    String taskId() {
        return taskId;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    boolean sample() {
        return sample;
    }

    Instant due() {
        return due;
    }

    void dueAt(Instant next) {
        due = next;
    }

    /** Counts an unanswered question; says how many there were in a row before. */
    int countFailure() {
        return failures++;
    }

    /** Counts an answer; says how often in a row the task was missing. */
    int countAnswer(TaskState state) {
        failures = 0;
        missing = state instanceof TaskState.Missing ? missing + 1 : 0;
        return missing;
    }

    void end(TaskState state) {
        end = state;
        ended.countDown();
    }

    /** Nobody waits for it any more. */
    void abandon() {
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

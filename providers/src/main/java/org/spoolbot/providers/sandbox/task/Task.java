package org.spoolbot.providers.sandbox.task;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One accepted request. No thread belongs to it: its state is worked out from the clock whenever somebody asks. */
public final class Task {

    /**
     * A state and since when it has been so.
     *
     * @param status the state
     * @param since when it began
     */
    public record State(TaskStatus status, Instant since) {}

    private record Settled(Outcome outcome, Instant at) {}

    private final String id;
    private final String fileName;
    private final TaskSpec spec;
    private final Timeline timeline;
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger finishedPolls = new AtomicInteger();
    private final AtomicInteger downloads = new AtomicInteger();
    private volatile @Nullable Settled settled;
    private volatile @Nullable Instant cancelled;

    /**
     * A task.
     *
     * @param id its id
     * @param fileName the unguessable part of its clip's address
     * @param spec what was asked for
     * @param timeline when it changes state
     */
    public Task(String id, String fileName, TaskSpec spec, Timeline timeline) {
        this.id = id;
        this.fileName = fileName;
        this.spec = spec;
        this.timeline = timeline;
    }

    /**
     * The state at a moment.
     *
     * @param now the moment
     * @return the state
     */
    public State stateAt(Instant now) {
        Instant taken = cancelled;
        if (taken != null) {
            return new State(TaskStatus.CANCELLED, taken);
        }
        if (now.isBefore(timeline.running())) {
            return new State(TaskStatus.QUEUED, timeline.created());
        }
        Settled end = settled;
        Instant ended = end == null ? Instant.MAX : latest(end.at(), timeline.done());
        if (end != null && !now.isBefore(ended) && ended.isBefore(timeline.expires())) {
            return new State(status(end.outcome()), ended);
        }
        if (!now.isBefore(timeline.expires())) {
            return new State(TaskStatus.EXPIRED, timeline.expires());
        }
        return new State(TaskStatus.RUNNING, timeline.running());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static TaskStatus status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made _ -> TaskStatus.SUCCEEDED;
            case Outcome.Failed _ -> TaskStatus.FAILED;
            case Outcome.Expired _ -> TaskStatus.EXPIRED;
        };
    }

    /**
     * Takes the task back, if it still waits.
     *
     * @param now the moment
     * @return whether it was taken back
     */
    public synchronized boolean cancel(Instant now) {
        if (stateAt(now).status() != TaskStatus.QUEUED) {
            return false;
        }
        cancelled = now;
        return true;
    }

    /**
     * Notes how the making ended; the first note counts.
     *
     * @param outcome how
     * @param now when
     */
    public synchronized void settle(Outcome outcome, Instant now) {
        if (settled == null) {
            settled = new Settled(outcome, now);
        }
    }

    /**
     * Whether it was taken back.
     *
     * @return whether nobody wants it any more
     */
    public boolean isCancelled() {
        return cancelled != null;
    }

    /**
     * How the making ended, whether or not callers may know yet.
     *
     * @return the outcome, if there is one
     */
    public Optional<Outcome> outcome() {
        Settled end = settled;
        return end == null ? Optional.empty() : Optional.of(end.outcome());
    }

    /**
     * Its id.
     *
     * @return such as {@code cgt-20261121090000-abcde}
     */
    public String id() {
        return id;
    }

    /**
     * The unguessable part of the clip's address.
     *
     * @return letters and digits
     */
    public String fileName() {
        return fileName;
    }

    /**
     * What was asked for.
     *
     * @return the request with all decisions
     */
    public TaskSpec spec() {
        return spec;
    }

    /**
     * When it changes state.
     *
     * @return the moments
     */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * How often it was asked for.
     *
     * @return the counter
     */
    public AtomicInteger polls() {
        return polls;
    }

    /**
     * How often it was asked for after its clip was made.
     *
     * @return the counter
     */
    public AtomicInteger finishedPolls() {
        return finishedPolls;
    }

    /**
     * How often its clip was asked for.
     *
     * @return the counter
     */
    public AtomicInteger downloads() {
        return downloads;
    }
}

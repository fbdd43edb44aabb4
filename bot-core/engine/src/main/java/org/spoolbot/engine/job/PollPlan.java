package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.engine.config.ServerSettings;

/**
 * When a gateway is asked, and what its answers mean. Pure.
 *
 * @param longestStep the longest pause between two questions while the clip is expected
 * @param slowAfter from then on it is asked slowly
 * @param giveUp from then on it is given up
 */
record PollPlan(Duration longestStep, Duration slowAfter, Duration giveUp) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOST_BETWEEN = MINUTE.multipliedBy(5);
    private static final Duration SAMPLE_STEP = Duration.ofMillis(500);
    private static final Duration MOST_FINALIZING = MINUTE.multipliedBy(5);
    private static final int MISSING_IN_A_ROW = 3;

    /**
     * How it went with a task so far.
     *
     * @param elapsed since the paid call
     * @param missingInARow how often the gateway did not know it, up to now
     * @param finalizing since the gateway first said that it is made but gave no address
     */
    record Course(Duration elapsed, int missingInARow, Duration finalizing) {}

    static PollPlan of(ServerSettings.Jobs jobs) {
        return new PollPlan(jobs.pollInterval(), jobs.pollTimeout(), jobs.giveUp());
    }

    /** The first question comes a little before the clip is expected. */
    Instant first(Instant submittedAt, Optional<Eta.Range> expected, boolean sample) {
        if (sample) {
            return submittedAt.plus(SAMPLE_STEP);
        }
        return submittedAt.plus(within(expected.map(PollPlan::before).orElse(longestStep), SECOND, MOST_BETWEEN));
    }

    /** Steps grow with the time that has passed: none before the clip is expected, short around that, long behind it. */
    Duration step(Duration elapsed, Optional<Eta.Range> expected, boolean sample) {
        if (elapsed.compareTo(slowAfter) >= 0) {
            return within(elapsed.dividedBy(10), MINUTE.dividedBy(2), MOST_BETWEEN);
        }
        if (sample && elapsed.compareTo(MINUTE) < 0) {
            return SAMPLE_STEP;
        }
        if (expected.isEmpty()) {
            return within(elapsed.dividedBy(4), SECOND, longestStep);
        }
        Duration wait = before(expected.get()).minus(elapsed);
        return wait.isPositive() ? within(wait, SECOND, MOST_BETWEEN) : fine(elapsed, expected.get());
    }

    /** The step after an answer: a clip that is made is looked after closely, however long it took. */
    Duration step(TaskState state, Course course, Optional<Eta.Range> expected, boolean sample) {
        return state instanceof TaskState.Finalizing
                ? within(course.finalizing().dividedBy(20), SECOND, longestStep)
                : step(course.elapsed(), expected, sample);
    }

    /** Clips of a kind that take alike are asked about just before their time, others well before. */
    private static Duration before(Eta.Range expected) {
        Duration margin = expected.slow().minus(expected.fast()).dividedBy(4);
        Duration first = expected.fast().minus(margin.compareTo(SECOND) > 0 ? margin : SECOND);
        Duration early = expected.typical().multipliedBy(4).dividedBy(5);
        return first.compareTo(early) > 0 ? first : early;
    }

    /** The more alike the clips, the shorter the steps around their time; they grow again with how late a clip is. */
    private Duration fine(Duration elapsed, Eta.Range expected) {
        Duration alike = expected.slow().minus(expected.fast()).dividedBy(6);
        Duration late = elapsed.minus(expected.slow()).dividedBy(4);
        Duration step = alike.compareTo(late) > 0 ? alike : late;
        Duration most = elapsed.dividedBy(20);
        return within(step.compareTo(most) < 0 ? step : most, SECOND, longestStep);
    }

    /** The pause after questions that got no answer. */
    Duration pauseAfterFailure(int failuresInARow, Optional<Duration> wanted) {
        Duration pause = Backoff.after(failuresInARow, SECOND.multipliedBy(2), MINUTE);
        return wanted.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    /** What an answer means: an end, or empty to ask again. */
    Optional<TaskState> verdict(TaskState state, Course course) {
        return switch (state) {
            case TaskState.Ready ready -> Optional.of(ready);
            case TaskState.Failed failed -> Optional.of(failed);
            case TaskState.Missing _ -> missing(course);
            case TaskState.Waiting _ -> tooLate(course.elapsed());
            case TaskState.Running _ -> tooLate(course.elapsed());
            case TaskState.Finalizing _ -> withoutAddress(course);
        };
    }

    /** A task that is still unfinished after all the time there is. */
    Optional<TaskState> tooLate(Duration elapsed) {
        return elapsed.compareTo(giveUp) < 0
                ? Optional.empty()
                : Optional.of(new TaskState.Failed(ErrorKind.TIMEOUT, "not finished in the time given"));
    }

    /** A clip that is made has its address within seconds, or never. */
    private Optional<TaskState> withoutAddress(Course course) {
        return course.finalizing().compareTo(MOST_FINALIZING) < 0
                ? tooLate(course.elapsed())
                : Optional.of(new TaskState.Failed(ErrorKind.PROTOCOL, "made, but without an address"));
    }

    /** A gateway may know a new task only after a moment, and one slip of a gateway must not end a paid clip. */
    private Optional<TaskState> missing(Course course) {
        if (course.elapsed().compareTo(MINUTE) < 0 || course.missingInARow() < MISSING_IN_A_ROW) {
            return Optional.empty();
        }
        return Optional.of(new TaskState.Failed(ErrorKind.NOT_FOUND, "the gateway does not know the task"));
    }

    private static Duration within(Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }
}

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
    private static final Duration SAMPLE_STEP = Duration.ofMillis(500);
    private static final int MISSING_IN_A_ROW = 3;

    static PollPlan of(ServerSettings.Jobs jobs) {
        return new PollPlan(jobs.pollInterval(), jobs.pollTimeout(), jobs.giveUp());
    }

    /** The first question comes a little before the clip is expected. */
    Instant first(Instant submittedAt, Optional<Duration> expected, boolean sample) {
        if (sample) {
            return submittedAt.plus(SAMPLE_STEP);
        }
        Duration wait = expected.map(duration -> duration.multipliedBy(4).dividedBy(5)).orElse(longestStep);
        return submittedAt.plus(within(wait, SECOND, MINUTE));
    }

    /** Steps grow with the time that has passed: short around the expected end, long behind it. */
    Duration step(Duration elapsed, boolean sample) {
        if (elapsed.compareTo(slowAfter) >= 0) {
            return within(elapsed.dividedBy(10), MINUTE.dividedBy(2), MINUTE.multipliedBy(5));
        }
        if (sample && elapsed.compareTo(MINUTE) < 0) {
            return SAMPLE_STEP;
        }
        return within(elapsed.dividedBy(20), SECOND, longestStep);
    }

    /** The pause after questions that got no answer. */
    Duration pauseAfterFailure(int failuresInARow, Optional<Duration> wanted) {
        Duration pause = Backoff.after(failuresInARow, SECOND.multipliedBy(2), MINUTE);
        return wanted.filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
    }

    /** What an answer means: an end, or empty to ask again. */
    Optional<TaskState> verdict(TaskState state, Duration elapsed, int missingInARow) {
        return switch (state) {
            case TaskState.Ready ready -> Optional.of(ready);
            case TaskState.Failed failed -> Optional.of(failed);
            case TaskState.Missing missing -> missing(elapsed, missingInARow);
            case TaskState.Waiting waiting -> tooLate(elapsed);
            case TaskState.Running running -> tooLate(elapsed);
            case TaskState.Finalizing finalizing -> tooLate(elapsed);
        };
    }

    /** A task that is still unfinished after all the time there is. */
    Optional<TaskState> tooLate(Duration elapsed) {
        return elapsed.compareTo(giveUp) < 0
                ? Optional.empty()
                : Optional.of(new TaskState.Failed(ErrorKind.TIMEOUT, "not finished in the time given"));
    }

    /** A gateway may know a new task only after a moment, and one slip of a gateway must not end a paid clip. */
    private Optional<TaskState> missing(Duration elapsed, int inARow) {
        if (elapsed.compareTo(MINUTE) < 0 || inARow < MISSING_IN_A_ROW) {
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

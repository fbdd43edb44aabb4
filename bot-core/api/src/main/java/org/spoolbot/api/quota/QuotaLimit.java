package org.spoolbot.api.quota;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * One limit of a rule.
 *
 * @param measure what is limited
 * @param amount how much; 0 means none, empty means unlimited. Clips and jobs are counted, seconds are seconds, cost is in micros,
 *     resolution is the line count
 */
public record QuotaLimit(Measure measure, OptionalLong amount) {
    public QuotaLimit {
        requireNonNull(measure, "measure is null");
        requireNonNull(amount, "amount is null");
        if (amount.isPresent() && amount.getAsLong() < 0) {
            throw new IllegalArgumentException("a limit is never negative");
        }
    }

    /** What is limited. */
    public enum Measure {
        CLIPS_PER_DAY,
        CLIPS_PER_WEEK,
        CLIPS_PER_MONTH,
        SECONDS_PER_DAY,
        SECONDS_PER_WEEK,
        SECONDS_PER_MONTH,
        COST_PER_DAY,
        COST_PER_WEEK,
        COST_PER_MONTH,
        /** Jobs at a gateway at the same time. */
        RUNNING,
        /** Jobs that wait at the same time. */
        WAITING,
        /** Seconds between two orders. */
        COOLDOWN,
        /** Seconds of one clip. */
        LENGTH,
        /** Lines of one clip: 480, 720, 1080, 2160. */
        RESOLUTION
    }
}

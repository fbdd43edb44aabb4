package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;

/** Keeps to so many calls in a second: a bucket that holds a hundredth of a second's calls, at least one. Used by one thread. */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** When the bucket would be full again. */
    private Instant full = Instant.MIN;

    /** When the next call may be made: now, or later. */
    Instant free(double perSecond, Instant now) {
        if (Double.isInfinite(perSecond) || !full.isAfter(now)) {
            return now;
        }
        Duration bucket = gap(perSecond).multipliedBy(depth(perSecond));
        Instant free = full.minus(bucket).plus(gap(perSecond));
        // A clock that was set back must not stop the calls until it has caught up.
        boolean impossible = full.isAfter(now.plus(bucket).plus(gap(perSecond)));
        return impossible || !free.isAfter(now) ? now : free;
    }

    /** A call is made. */
    void spend(double perSecond, Instant now) {
        if (Double.isInfinite(perSecond)) {
            return;
        }
        Instant limit = now.plus(gap(perSecond).multipliedBy(depth(perSecond)));
        Instant next = (full.isAfter(now) ? full : now).plus(gap(perSecond));
        full = next.isAfter(limit) ? limit : next;
    }

    private static long depth(double perSecond) {
        return Math.max(1, (long) (perSecond / 100));
    }

    private static Duration gap(double perSecond) {
        return Duration.ofNanos(Math.max(1, (long) Math.ceil(SECOND / perSecond)));
    }
}

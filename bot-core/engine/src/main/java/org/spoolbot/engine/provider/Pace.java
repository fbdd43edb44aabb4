package org.spoolbot.engine.provider;

import java.time.Duration;
import java.time.Instant;

/** A bucket that fills by the clock: so many orders a second, at most one second's worth at once. Not thread-safe. */
final class Pace {
    private static final double NANOS = 1e9;

    private double tokens = 1;
    private Instant filledAt = Instant.MIN;

    boolean isFree(double perSecond, Instant now) {
        fill(perSecond, now);
        return tokens >= 1;
    }

    void take() {
        tokens = Math.max(0, tokens - 1);
    }

    /** When the next order may go, after {@link #isFree} said no. */
    Instant nextAt(double perSecond, Instant now) {
        double missing = Math.max(0, 1 - tokens);
        return now.plusNanos((long) Math.ceil(missing / perSecond * NANOS));
    }

    private void fill(double perSecond, Instant now) {
        double most = Math.max(1, perSecond);
        if (Double.isInfinite(perSecond) || filledAt.equals(Instant.MIN)) {
            tokens = most;
        } else if (now.isAfter(filledAt)) {
            tokens = Math.min(most, tokens + Duration.between(filledAt, now).toNanos() / NANOS * perSecond);
        }
        filledAt = now.isAfter(filledAt) ? now : filledAt;
    }
}

package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;

/** One limit in use, by the generic cell rate algorithm. Guarded by its owner. */
final class Bucket {
    private final Rate rate;
    private Instant paidUntil = Instant.EPOCH;
    private Instant frozenUntil = Instant.EPOCH;

    Bucket(Rate rate) {
        this.rate = rate;
    }

    /** How long a call that comes now has to wait. */
    Duration wait(Instant now) {
        Instant free = paidUntil.minus(rate.tolerance());
        Instant first = free.isAfter(frozenUntil) ? free : frozenUntil;
        return first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO;
    }

    /** Whether a call that is not needed leaves half of what may come at once to those that are. */
    boolean isHalfFree(Instant now) {
        Instant half = now.plus(rate.tolerance().dividedBy(2));
        return !frozenUntil.isAfter(now) && !paidUntil.isAfter(half);
    }

    /** A call goes out then. */
    void pay(Instant then) {
        Instant from = paidUntil.isAfter(then) ? paidUntil : then;
        paidUntil = from.plus(rate.step());
    }

    /** Telegram wants peace, and no burst after it. Whoever waits for a turn has to line up again. */
    void freeze(Instant until) {
        if (until.isAfter(frozenUntil)) {
            frozenUntil = until;
            paidUntil = until.plus(rate.tolerance());
        }
    }

    /** Until when there is peace; in the past if there is none. */
    Instant frozenUntil() {
        return frozenUntil;
    }

    /** Whether it is as good as new. */
    boolean isRested(Instant now) {
        return !paidUntil.isAfter(now) && !frozenUntil.isAfter(now);
    }
}

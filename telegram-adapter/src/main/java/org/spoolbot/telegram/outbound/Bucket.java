package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;

/** One limit in use, by the generic cell rate algorithm. Guarded by its owner. */
final class Bucket {
    private final Rate rate;
    private Instant paidUntil = Instant.MIN;
    private Instant frozenUntil = Instant.MIN;

    Bucket(Rate rate) {
        this.rate = rate;
    }

    /** How long a call that comes now has to wait. */
    Duration wait(Instant now) {
        Instant free = paidUntil.equals(Instant.MIN) ? now : paidUntil.minus(rate.tolerance());
        Instant first = free.isAfter(frozenUntil) ? free : frozenUntil;
        return first.isAfter(now) ? Duration.between(now, first) : Duration.ZERO;
    }

    /** Whether a call that is not needed leaves half of what may come at once to those that are. */
    boolean isHalfFree(Instant now) {
        return wait(now).isZero() && (!paidUntil.isAfter(now) || Duration.between(now, paidUntil).compareTo(rate.tolerance().dividedBy(2)) <= 0);
    }

    /** A call goes out, now or after its wait. */
    void pay(Instant now) {
        Instant from = paidUntil.isAfter(now) ? paidUntil : now;
        paidUntil = from.plus(rate.step());
    }

    /** Telegram wants peace. */
    void freeze(Instant until) {
        if (until.isAfter(frozenUntil)) {
            frozenUntil = until;
        }
    }

    /** Whether it is as good as new. */
    boolean isRested(Instant now) {
        return !paidUntil.isAfter(now) && !frozenUntil.isAfter(now);
    }
}

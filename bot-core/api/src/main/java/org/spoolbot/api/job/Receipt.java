package org.spoolbot.api.job;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.provider.Money;

/**
 * What a job costs its member.
 *
 * @param standing whether the amount is held, charged or given back
 * @param price what the card showed: the most it can cost the member
 * @param charged what was charged; zero unless {@code CHARGED}
 * @param seconds the clip seconds it counts for
 */
public record Receipt(Standing standing, Money price, Money charged, int seconds) {
    public Receipt {
        requireNonNull(standing, "standing is null");
        requireNonNull(price, "price is null");
        requireNonNull(charged, "charged is null");
    }

    /** What happened to the amount. */
    public enum Standing {
        /** Set aside. */
        HELD,
        /** Spent: the clip was made. */
        CHARGED,
        /** Given back. */
        REFUNDED
    }
}

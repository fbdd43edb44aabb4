package org.spoolbot.engine.job;

import static java.util.Objects.requireNonNull;

/**
 * The operator's side of a job: what its gateway billed, or what must be presumed billed.
 *
 * @param standing how sure it is
 * @param micros the amount that stands, in millionths of the ledger's unit
 */
public record Spend(Standing standing, long micros) {
    public Spend {
        requireNonNull(standing, "standing is null");
        if (micros < 0) {
            throw new IllegalArgumentException("spend is never negative");
        }
    }

    /** How sure an amount is. */
    public enum Standing {
        /** Set aside: nothing was submitted. */
        HELD,
        /** Submitted: spent unless the gateway says otherwise. */
        PRESUMED,
        /** Told by the gateway or an operator; never changes again. */
        SETTLED,
        /** Surely not spent. */
        RELEASED
    }
}

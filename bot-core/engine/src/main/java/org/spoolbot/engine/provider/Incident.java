package org.spoolbot.engine.provider;

import java.time.Instant;

/**
 * Something that a gateway did not do.
 *
 * @param what the kind of fault, or the reason for which it was passed over
 * @param detail cleaned and short, for the operator
 * @param job the job, where it was about one
 */
public record Incident(Instant at, String what, String detail, String job) {
    private static final int LONGEST = 200;

    public Incident {
        String line = detail.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        detail = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}

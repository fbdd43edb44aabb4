package org.spoolbot.discord.fake;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Ids that carry their time: milliseconds since 2015 in the upper 42 bits, https://discord.com/developers/docs/reference#snowflakes. Clients compute a
 * token's end from them.
 */
final class Snowflakes {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private final InstantSource clock;
    private long last;

    Snowflakes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String next() {
        last = Math.max(last + 1, clock.millis() - EPOCH_MILLIS << TIME_SHIFT);
        return Long.toUnsignedString(last);
    }

    static Instant timeOf(String id) {
        return Instant.ofEpochMilli((Long.parseUnsignedLong(id) >>> TIME_SHIFT) + EPOCH_MILLIS);
    }
}

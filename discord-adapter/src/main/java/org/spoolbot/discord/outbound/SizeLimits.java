package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How large a file may be: what the server's boosts allow, until Discord refused less. Every server takes {@value #BASE} bytes; below that
 * we go only where a proxy or a new rule of Discord's stands in the way.
 */
final class SizeLimits {
    static final long BASE = 10L << 20;

    private static final Duration BELIEVED = Duration.ofHours(1);
    private static final int MOST_PLACES = 1000;

    private final InstantSource clock;
    private final Recent<Learned> learned = new Recent<>(MOST_PLACES);

    SizeLimits(InstantSource clock) {
        this.clock = clock;
    }

    /** What fits there now, if the platform says so much. */
    long limit(String community, long promised) {
        Instant now = clock.instant();
        return learned.find(community)
                .filter(known -> now.isBefore(known.until))
                .map(known -> Math.min(known.bytes, promised))
                .orElse(promised);
    }

    /** Files of that size, the largest first, were refused there; answers what to try instead. */
    long refused(String community, long promised, long size) {
        long smaller = size > BASE ? BASE : size / 4 * 3;
        long limit = Math.min(smaller, limit(community, promised));
        learned.put(community, new Learned(limit, clock.instant().plus(BELIEVED)));
        return limit;
    }

    private record Learned(long bytes, Instant until) {}
}

package org.spoolbot.playground;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Message ids that sort by time as text, also over restarts. Thread-safe. */
final class MessageIds {
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    MessageIds(InstantSource clock) {
        this.clock = clock;
    }

    String next() {
        long microseconds = clock.instant().toEpochMilli() * 1000;
        long id = last.updateAndGet(previous -> Math.max(previous + 1, microseconds));
        return String.format("m%016d", id);
    }
}

package org.spoolbot.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** One IDENTIFY in 5 s for each key of {@code shard % max_concurrency}: https://discord.com/developers/docs/events/gateway#rate-limiting */
final class StartLimit {
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private final InstantSource clock;
    private final Map<Integer, Instant> last = new HashMap<>();
    private int maxConcurrency = 1;
    private boolean enforced;

    StartLimit(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void enforce(int concurrency) {
        maxConcurrency = concurrency;
        enforced = true;
    }

    synchronized int maxConcurrency() {
        return maxConcurrency;
    }

    synchronized boolean take(Shard shard) {
        if (!enforced) {
            return true;
        }
        Instant now = clock.instant();
        Instant previous = last.get(shard.id() % maxConcurrency);
        if (previous != null && now.isBefore(previous.plus(WINDOW))) {
            return false;
        }
        last.put(shard.id() % maxConcurrency, now);
        return true;
    }
}

package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether another process asks with the same token. Two that do so take turns: between two conflicts polls succeed, so a success alone
 * ends nothing. Thread-safe.
 */
final class Conflicts {
    static final Duration QUIET = Duration.ofMinutes(2);

    private final InstantSource clock;
    private Optional<Instant> last = Optional.empty();
    private boolean believed;

    Conflicts(InstantSource clock) {
        this.clock = clock;
    }

    /** One more. A single one may be the last word of our own poll from before a restart; says whether it is more than that. */
    synchronized boolean isReal() {
        believed = believed || !isQuiet();
        last = Optional.of(clock.instant());
        return believed;
    }

    /** Whether nobody else asks any more. */
    synchronized boolean isOver() {
        believed = believed && !isQuiet();
        return !believed;
    }

    private boolean isQuiet() {
        return last.filter(time -> time.plus(QUIET).isAfter(clock.instant())).isEmpty();
    }
}

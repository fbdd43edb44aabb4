package org.spoolbot.engine.storage.sqlite;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What waits and runs on one side, how much may run, and its last turn and order. */
record Load(long waiting, long running, OptionalLong runningLimit, long lastKey, Optional<Instant> lastOrder) {
    static final Load NOTHING = new Load(0, 0, OptionalLong.empty(), 0, Optional.empty());

    boolean isFull() {
        return runningLimit.isPresent() && running >= runningLimit.getAsLong();
    }
}

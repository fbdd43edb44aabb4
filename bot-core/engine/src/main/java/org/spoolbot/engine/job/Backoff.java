package org.spoolbot.engine.job;

import java.time.Duration;

/** How long to wait after failed tries: doubling, up to a cap. Pure. */
final class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /** The pause after that many failed tries before this one. */
    static Duration after(int failedBefore, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failedBefore, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

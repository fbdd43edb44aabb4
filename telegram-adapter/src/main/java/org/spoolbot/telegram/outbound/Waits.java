package org.spoolbot.telegram.outbound;

import java.time.Duration;

/** Waits, as long as the clock says. */
@FunctionalInterface
public interface Waits {
    /** Returns when the time is over. */
    void until(Duration pause) throws InterruptedException;
}

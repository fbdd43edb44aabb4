package org.spoolbot.telegram.outbound;

import java.time.Duration;

/** Waits, as long as the clock says. */
@FunctionalInterface
interface Waits {
    /** Returns when the time is over, true; or when the server stops, false. */
    boolean until(Duration pause) throws InterruptedException;
}

package org.spoolbot.engine.time;

import java.time.Instant;

/** Waiting by the injected clock. */
public interface Waiting {
    /** Parks the calling virtual thread until that instant has come. */
    void until(Instant due) throws InterruptedException;
}

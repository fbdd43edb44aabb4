package org.spoolbot.engine.time;

import java.time.Instant;

/** Waiting that somebody else can end early. */
public interface Alarm extends Waiting {
    /** Parks the calling virtual thread until that instant has come or the bell rings; {@link Instant#MAX} waits for the bell alone. */
    void until(Instant due, Bell bell) throws InterruptedException;
}

package org.spoolbot.providers.dialect.kyyvideo2;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two questions. */
@FunctionalInterface
interface Pause {
    /** Parks the thread. */
    Pause PARKED = time -> {
        boolean opened = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        assert !opened : "nobody opens this latch";
    };

    /** Returns after that time. */
    void await(Duration time) throws InterruptedException;
}

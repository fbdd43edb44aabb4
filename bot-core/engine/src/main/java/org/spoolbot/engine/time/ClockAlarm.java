package org.spoolbot.engine.time;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Waits in real time, and looks at the server's clock again before it says that an instant has come. */
final class ClockAlarm implements Alarm {
    /** A clock that was set forward is noticed after this. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final InstantSource clock;

    @Inject
    ClockAlarm(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void until(Instant due) throws InterruptedException {
        until(due, new Bell());
    }

    @Override
    public void until(Instant due, Bell bell) throws InterruptedException {
        if (due.equals(Instant.MAX)) {
            bell.await();
            return;
        }
        boolean rang = false;
        Instant now = clock.instant();
        while (!rang && now.isBefore(due)) {
            rang = bell.await(shorter(now, due));
            now = clock.instant();
        }
    }

    private static Duration shorter(Instant now, Instant due) {
        return now.plus(LONGEST_NAP).isBefore(due) ? LONGEST_NAP : Duration.between(now, due);
    }
}

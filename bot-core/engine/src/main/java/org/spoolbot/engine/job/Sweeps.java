package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import org.spoolbot.engine.lifecycle.Startable;

/** What looks after money in the background. */
record Sweeps(UnclearSweeper unclear, SpendWatch spend) implements Startable {
    @Inject
    Sweeps {}

    @Override
    public void start() {
        unclear.start();
        spend.start();
    }

    @Override
    public void stop() {
        unclear.stop();
        spend.stop();
    }
}

package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.engine.conversation.ExpirySweeper;
import org.spoolbot.engine.lifecycle.Startable;

/** What goes on beside the commands: the watchdog, and the end of conversations that ran out. */
public final class CommandWork implements Startable {
    private final Watchdog watchdog;
    private final ExpirySweeper sweeper;

    @Inject
    CommandWork(Watchdog watchdog, ExpirySweeper sweeper) {
        this.watchdog = watchdog;
        this.sweeper = sweeper;
    }

    @Override
    public void start() {
        watchdog.start();
        sweeper.start();
    }

    @Override
    public void stop() {
        sweeper.stop();
        watchdog.stop();
    }
}

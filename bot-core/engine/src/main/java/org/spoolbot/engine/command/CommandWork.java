package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.engine.conversation.ExpirySweeper;
import org.spoolbot.engine.lifecycle.Startable;

/** What goes on beside the commands: the watchdog, the end of conversations that ran out, and the memory of jobs to offer. */
public final class CommandWork implements Startable {
    private final Watchdog watchdog;
    private final ExpirySweeper sweeper;
    private final RecentJobs recent;

    @Inject
    CommandWork(Watchdog watchdog, ExpirySweeper sweeper, RecentJobs recent) {
        this.watchdog = watchdog;
        this.sweeper = sweeper;
        this.recent = recent;
    }

    @Override
    public void start() {
        recent.start();
        watchdog.start();
        sweeper.start();
    }

    @Override
    public void stop() {
        sweeper.stop();
        watchdog.stop();
        recent.stop();
    }
}

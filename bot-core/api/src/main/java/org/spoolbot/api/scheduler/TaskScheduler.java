package org.spoolbot.api.scheduler;

import org.spoolbot.api.plugin.Registration;
import java.time.Duration;

/** Runs tasks on virtual threads. A task's fault is logged and ends that run only. All end with the plugin. Thread-safe. */
public interface TaskScheduler {
    /** Runs a task once, after a delay. */
    Registration after(Duration delay, Runnable task);

    /** Runs a task again and again, the pause counted from the end of a run. Runs never overlap. */
    Registration every(Duration pause, Runnable task);

    /** Runs a task now on a virtual thread of its own. */
    Registration start(Runnable task);
}

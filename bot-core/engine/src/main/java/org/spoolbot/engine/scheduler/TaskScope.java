package org.spoolbot.engine.scheduler;

import org.spoolbot.api.plugin.Registration;

/** Whoever ends the tasks of an owner. Thread-safe. */
public interface TaskScope {
    /** Keeps a task until it is over or undone; the result undoes it. */
    Registration began(Registration task);

    /** The task is over, and nothing of it runs any more. */
    void over(Registration task);
}

package org.spoolbot.engine.scheduler;

import org.jspecify.annotations.Nullable;
import org.spoolbot.api.plugin.Registration;

/** One task and the thread it runs on. Thread-safe. */
final class Task implements Registration {
    private @Nullable Thread thread;
    private boolean ended;

    /** Takes the calling thread; false if the task was undone before. */
    synchronized boolean begin() {
        if (!ended) {
            thread = Thread.currentThread();
        }
        return !ended;
    }

    /** Lets go of the thread, which is interrupted no more. */
    synchronized void leave() {
        thread = null;
    }

    /** Whether it was undone. The interrupt alone is lost where a task swallows it. */
    synchronized boolean ended() {
        return ended;
    }

    @Override
    public synchronized void close() {
        ended = true;
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}

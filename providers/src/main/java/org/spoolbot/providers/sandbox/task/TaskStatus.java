package org.spoolbot.providers.sandbox.task;

import java.util.Locale;

/** The states of a task, in no dialect's words. */
public enum TaskStatus {
    /** Waiting. */
    QUEUED,
    /** Being made. */
    RUNNING,
    /** The clip is there. */
    SUCCEEDED,
    /** There will be no clip. */
    FAILED,
    /** It took too long. */
    EXPIRED,
    /** Taken back while it waited. */
    CANCELLED;

    /**
     * A word for it, which is Ark's.
     *
     * @return the name in lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether nothing more will happen.
     *
     * @return whether it is an end state
     */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, EXPIRED, CANCELLED -> true;
        };
    }
}

package org.spoolbot.engine.boot;

import org.jspecify.annotations.Nullable;

/** The server does not start, for a reason that one sentence says. */
final class StartRefusedException extends RuntimeException {
    /** Exit status: faults in settings. */
    static final int SETTINGS = 2;

    /** Exit status: HOME cannot be used, or another process uses it. */
    static final int HOME = 3;

    /** Exit status: the port is taken, the database is newer, or something else this machine must change. */
    static final int MACHINE = 4;

    private static final long serialVersionUID = 1L;

    private final int status;

    StartRefusedException(int status, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}

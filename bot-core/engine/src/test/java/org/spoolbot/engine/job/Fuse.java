package org.spoolbot.engine.job;

import java.util.concurrent.atomic.AtomicInteger;

/** Kills the process, as far as a test can: the n-th step that passes here ends with an error that nobody catches. */
final class Fuse {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    void burnAfter(int steps) {
        left.set(steps);
    }

    void defuse() {
        left.set(Integer.MAX_VALUE);
    }

    void step(String what) {
        if (left.get() != Integer.MAX_VALUE && left.getAndDecrement() == 0) {
            throw new Crash(what);
        }
    }

    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where);
        }
    }
}

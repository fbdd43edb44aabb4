package org.spoolbot.discord.fake;

import java.util.List;

/** What the specifications found wrong, in either direction. Thread-safe. */
public final class Violations {
    /** Whether nothing was found. */
    public boolean empty() {
        throw new UnsupportedOperationException();
    }

    /** All of them, in order. */
    public List<String> all() {
        throw new UnsupportedOperationException();
    }
}

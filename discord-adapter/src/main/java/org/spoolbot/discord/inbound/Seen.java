package org.spoolbot.discord.inbound;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * What was met lately, by Discord's id. After a resumed connection Discord may say things twice; to acknowledge an interaction twice would
 * look as if another process had. Thread-safe.
 */
final class Seen {
    static final int MOST = 4_096;

    private final SequencedSet<Long> ids = new LinkedHashSet<>();

    /** Whether it is met for the first time. */
    synchronized boolean first(long id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > MOST) {
            ids.removeFirst();
        }
        return true;
    }
}

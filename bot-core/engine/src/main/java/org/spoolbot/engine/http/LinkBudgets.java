package org.spoolbot.engine.http;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many bytes each link has served. Thread-safe. */
final class LinkBudgets {
    /** More links than this are not in use at a time; who made them expire early was not a member. */
    private static final int MOST_LINKS = 20_000;

    private final Map<String, Used> used = new HashMap<>();

    /** Takes that many bytes of a link's budget; says whether they were left. */
    synchronized boolean take(String token, LinkToken link, long bytes, long budget, Instant now) {
        if (used.size() >= MOST_LINKS) {
            used.values().removeIf(entry -> entry.expires().isBefore(now));
        }
        Used before = used.getOrDefault(token, new Used(0, link.expires()));
        boolean full = used.size() >= MOST_LINKS && !used.containsKey(token);
        if (full || before.bytes() + bytes > budget) {
            return false;
        }
        used.put(token, new Used(before.bytes() + bytes, link.expires()));
        return true;
    }

    /** Gives back what was taken and not served. */
    synchronized void giveBack(String token, long bytes) {
        used.computeIfPresent(token, (name, entry) -> new Used(entry.bytes() - bytes, entry.expires()));
    }

    private record Used(long bytes, Instant expires) {}
}

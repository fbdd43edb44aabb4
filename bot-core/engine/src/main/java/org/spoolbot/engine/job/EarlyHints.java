package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.spoolbot.engine.memory.RecentlyUsed;

/** Hints at tasks that nobody waits for yet: a callback may overtake the answer that tells the task's number. Bounded, thread-safe. */
final class EarlyHints {
    static final int MOST = 4_096;
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<Task, Instant> heard = new RecentlyUsed<>(MOST);

    /** A task at a gateway. */
    record Task(String provider, String id) {}

    synchronized void remember(Task task, Instant now) {
        heard.remove(task);
        heard.put(task, now);
    }

    /** Whether there was such a hint within the last minute; it is forgotten now. */
    synchronized boolean take(Task task, Instant now) {
        heard.values().removeIf(at -> at.plus(KEPT).isBefore(now));
        return heard.remove(task) != null;
    }
}

package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.List;

/** getUpdates with the clamps of the real server (server: Client.cpp, process_get_updates_query). Runs under the scene's lock. */
final class LongPolling {
    private static final int MOST_SECONDS = 50;
    private static final int MOST_UPDATES = 100;
    private static final long SOON = Duration.ofSeconds(3).toNanos();
    private static final long AT_ONCE = Duration.ofMillis(500).toNanos();

    private final Scene scene;
    private final Queue queue;
    private Poll open = new Poll();
    private long previousOffset = Long.MIN_VALUE;
    private long previousStart;
    private long nextConflict = Long.MIN_VALUE;
    private int count;

    LongPolling(Scene scene, Queue queue) {
        this.scene = scene;
        this.queue = queue;
        open.over = true;
    }

    private static final class Poll {
        boolean over;
        String conflict = "";
    }

    boolean isOpen() {
        return !open.over;
    }

    int count() {
        return count;
    }

    void end(String why) {
        if (!open.over) {
            open.conflict = why;
            open.over = true;
        }
    }

    ArrayNode poll(Parameters parameters) {
        count++;
        long offset = parameters.number("offset").orElse(0);
        long limit = Math.clamp(parameters.number("limit").orElse(MOST_UPDATES), 1, MOST_UPDATES);
        long timeout = Math.clamp(parameters.number("timeout").orElse(0), 0, MOST_SECONDS);
        long now = System.nanoTime();
        if (offset == previousOffset && now - previousStart < SOON) {
            timeout = Math.max(timeout, 3);
            limit = now - previousStart < AT_ONCE ? 1 : limit;
        }
        previousOffset = offset;
        previousStart = now;
        end(Texts.OTHER_POLL);
        return await(position(offset), (int) limit, Duration.ofSeconds(timeout));
    }

    /** Confirms everything below a positive offset; a negative one counts from the end and forgets what stands before it (docs). */
    private int position(long offset) {
        int from = (int) (offset < 0 ? Math.max(0, queue.last() + 1 + offset) : offset);
        queue.confirmBelow(from);
        return from;
    }

    private ArrayNode await(int from, int limit, Duration timeout) {
        Poll mine = new Poll();
        open = mine;
        scene.await(timeout, () -> mine.over || !queue.from(from, 1).isEmpty());
        mine.over = true;
        if (!mine.conflict.isEmpty()) {
            throw conflict(mine.conflict);
        }
        List<Queue.Entry> entries = queue.from(from, limit);
        ArrayNode updates = Json.array();
        for (Queue.Entry entry : entries) {
            queue.delivered(entry.id());
            updates.add(entry.json());
        }
        return updates;
    }

    /** A second conflict within three seconds is told three seconds late (server: fail_query_conflict). */
    Refusal conflict(String what) {
        long now = System.nanoTime();
        if (nextConflict != Long.MIN_VALUE && now - nextConflict < 0) {
            scene.await(Duration.ofSeconds(3), () -> false);
        } else {
            nextConflict = now + SOON;
        }
        return Refusal.conflict(what);
    }
}

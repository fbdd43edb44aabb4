package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Updates that nobody has confirmed yet. Used under the scene's lock. */
final class Queue {
    private static final long BEGIN = 1_767_225_600_000L; // 2026-01-01
    private static final int STEP = 50;

    private final InstantSource clock;
    private final TreeMap<Integer, Entry> pending = new TreeMap<>();
    private final Map<Integer, Instant> confirmed = new LinkedHashMap<>();
    private final Map<Integer, Integer> deliveries = new HashMap<>();
    // Ids keep rising when this process starts anew, as the real ones do.
    private static int highest;
    private int last;

    Queue(InstantSource clock) {
        this.clock = clock;
        this.last = first();
    }

    private static synchronized int first() {
        highest = Math.max(highest, (int) Math.floorMod((System.currentTimeMillis() - BEGIN) / STEP, 2_000_000_000L));
        return highest;
    }

    private static synchronized void reach(int id) {
        highest = Math.max(highest, id);
    }

    record Entry(int id, Instant since, JsonNode json) {
        /** Updates of one chat are kept in order. */
        String lane() {
            for (JsonNode value : json) {
                JsonNode chat = value.has("chat") ? value.path("chat") : value.path("message").path("chat");
                if (chat.has("id")) {
                    return chat.path("id").asText();
                }
            }
            return "";
        }
    }

    int add(ObjectNode body) {
        ObjectNode update = Json.object().put("update_id", ++last);
        update.setAll(body);
        reach(last);
        pending.put(last, new Entry(last, clock.instant(), update));
        return last;
    }

    int last() {
        return last;
    }

    List<Entry> from(int offset, int limit) {
        return pending.tailMap(offset, true).values().stream().limit(limit).toList();
    }

    void delivered(int id) {
        deliveries.merge(id, 1, Integer::sum);
    }

    int deliveries(int id) {
        return deliveries.getOrDefault(id, 0);
    }

    void confirmBelow(int offset) {
        new ArrayList<>(pending.headMap(offset, false).keySet()).forEach(this::confirm);
    }

    void confirm(int id) {
        if (pending.remove(id) != null) {
            confirmed.put(id, clock.instant());
        }
    }

    Map<Integer, Instant> confirmed() {
        return new LinkedHashMap<>(confirmed);
    }

    int size() {
        return pending.size();
    }

    void drop() {
        pending.clear();
    }

    void dropOlderThan(Instant oldest) {
        pending.values().removeIf(entry -> entry.since().isBefore(oldest));
    }
}

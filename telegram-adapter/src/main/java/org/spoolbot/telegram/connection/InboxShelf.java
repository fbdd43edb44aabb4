package org.spoolbot.telegram.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Updates that are kept, and the ids of those worked on last: one that was worked on but not confirmed before a crash comes again. Not
 * thread-safe but for {@link #read}.
 */
final class InboxShelf {
    /** Telegram gives out at most 100 at once, and a webhook's sender has at most 100 lines. */
    static final int REMEMBERED = 2_000;

    private static final String KEPT = "update/";
    private static final String DONE = "done/";
    private static final int PAGE = 500;

    private final KeyValueStore store;
    private final SequencedSet<Integer> done = new LinkedHashSet<>();

    InboxShelf(KeyValueStore store) {
        this.store = store;
    }

    /** Reads what was kept before, in the order of ids. */
    List<Arrival> load() {
        ids(DONE).forEach(done::add);
        List<Arrival> kept = new ArrayList<>();
        for (int id : ids(KEPT)) {
            if (done.contains(id)) {
                store.remove(key(KEPT, id));
                continue;
            }
            read(id).ifPresent(kept::add);
        }
        return kept;
    }

    private List<Integer> ids(String prefix) {
        List<Integer> ids = new ArrayList<>();
        String after = "";
        Map<String, String> page = store.scan(prefix, after, PAGE);
        while (!page.isEmpty()) {
            for (String key : page.keySet()) {
                ids.add(Integer.parseInt(key.substring(prefix.length())));
                after = key;
            }
            page = store.scan(prefix, after, PAGE);
        }
        return ids;
    }

    boolean isDone(int id) {
        return done.contains(id);
    }

    Optional<Arrival> read(int id) {
        return store.get(key(KEPT, id)).map(json -> new Arrival(id, json));
    }

    /** Durable when it returns. */
    void keep(Arrival update) {
        store.putIfAbsent(key(KEPT, update.id()), update.json());
    }

    /** First the mark, then the update: a crash between the two finds both. */
    void markDone(int id) {
        store.put(key(DONE, id), "");
        store.remove(key(KEPT, id));
        done.add(id);
        if (done.size() > REMEMBERED) {
            store.remove(key(DONE, done.removeFirst()));
        }
    }

    private static String key(String prefix, int id) {
        return prefix + String.format("%010d", id);
    }
}

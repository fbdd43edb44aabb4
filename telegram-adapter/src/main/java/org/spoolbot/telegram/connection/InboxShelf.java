package org.spoolbot.telegram.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Updates of one bot that are kept, and the ids of those worked on last: one that was worked on but not confirmed before a crash comes
 * again. Not thread-safe.
 */
final class InboxShelf {
    /** Telegram gives out at most 100 at once, and a webhook's sender has at most 100 lines. */
    static final int REMEMBERED = 2_000;

    private static final int PAGE = 500;

    private final KeyValueStore store;
    private final String keptPrefix;
    private final String donePrefix;
    private final SequencedSet<Integer> done = new LinkedHashSet<>();

    /** Another bot counts its updates anew. */
    InboxShelf(KeyValueStore store, String bot) {
        this.store = store;
        this.keptPrefix = "update/" + bot + "/";
        this.donePrefix = "done/" + bot + "/";
    }

    /** Reads what was kept before, in the order of ids. */
    List<Arrival> load() {
        done.clear();
        scan(donePrefix).forEach(mark -> ids(mark.id(), mark.value()).forEach(done::add));
        return scan(keptPrefix).stream().map(entry -> new Arrival(entry.id(), entry.value())).toList();
    }

    private List<Entry> scan(String prefix) {
        List<Entry> entries = new ArrayList<>();
        String after = "";
        Map<String, String> page = store.scan(prefix, after, PAGE);
        while (!page.isEmpty()) {
            for (Map.Entry<String, String> entry : page.entrySet()) {
                after = entry.getKey();
                entries.add(new Entry(Integer.parseInt(after.substring(prefix.length())), entry.getValue()));
            }
            page = store.scan(prefix, after, PAGE);
        }
        return entries;
    }

    private static Stream<Integer> ids(int first, String others) {
        Stream<Integer> rest = Stream.of(others.split(" ")).filter(id -> !id.isEmpty()).map(Integer::valueOf);
        return Stream.concat(Stream.of(first), rest);
    }

    boolean isDone(int id) {
        return done.contains(id);
    }

    /** Durable when it returns. */
    void keep(List<Arrival> updates) {
        Map<String, String> kept = new LinkedHashMap<>();
        updates.forEach(update -> kept.put(key(keptPrefix, update.id()), update.json()));
        store.change(kept, Set.of());
    }

    /** A crash finds all of them done or none. */
    void markDone(List<Integer> ids) {
        String others = ids.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" "));
        List<Integer> forgotten = done.stream().limit(Math.max(0, done.size() + ids.size() - REMEMBERED)).toList();
        Set<String> removed = new HashSet<>();
        ids.forEach(id -> removed.add(key(keptPrefix, id)));
        forgotten.forEach(id -> removed.add(key(donePrefix, id)));
        store.change(Map.of(key(donePrefix, ids.getFirst()), others), removed);
        forgotten.forEach(done::remove);
        done.addAll(ids);
    }

    private static String key(String prefix, int id) {
        return prefix + String.format("%010d", id);
    }

    private record Entry(int id, String value) {}
}

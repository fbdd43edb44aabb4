package org.spoolbot.telegram.connection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
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
        List<Arrival> kept = new ArrayList<>();
        for (Entry entry : scan(keptPrefix)) {
            if (done.contains(entry.id())) {
                store.remove(key(keptPrefix, entry.id()));
                continue;
            }
            kept.add(new Arrival(entry.id(), entry.value()));
        }
        return kept;
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
    void keep(Arrival update) {
        store.putIfAbsent(key(keptPrefix, update.id()), update.json());
    }

    /** One mark for all of them, so that a crash finds all or none; then the updates: a crash before that finds the mark. */
    void markDone(List<Integer> ids) {
        String others = ids.stream().skip(1).map(String::valueOf).collect(Collectors.joining(" "));
        store.put(key(donePrefix, ids.getFirst()), others);
        done.addAll(ids);
        ids.forEach(id -> store.remove(key(keptPrefix, id)));
        while (done.size() > REMEMBERED) {
            store.remove(key(donePrefix, done.removeFirst()));
        }
    }

    private static String key(String prefix, int id) {
        return prefix + String.format("%010d", id);
    }

    private record Entry(int id, String value) {}
}

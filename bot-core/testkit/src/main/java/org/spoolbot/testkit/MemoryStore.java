package org.spoolbot.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.spoolbot.api.store.KeyValueStore;

/** A key-value store in memory. Hand the same one to a second plugin to play a restart. Thread-safe. */
public final class MemoryStore implements KeyValueStore {
    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 1 << 20;

    private final TreeMap<String, String> entries = new TreeMap<>();

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(String key, String value) {
        change(Map.of(key, value), Set.of());
    }

    @Override
    public synchronized boolean putIfAbsent(String key, String value) {
        boolean absent = !entries.containsKey(key);
        if (absent) {
            put(key, value);
        }
        return absent;
    }

    @Override
    public synchronized boolean remove(String key) {
        return entries.remove(key) != null;
    }

    @Override
    public synchronized void change(Map<String, String> values, Set<String> removed) {
        values.forEach(MemoryStore::check);
        if (!Collections.disjoint(values.keySet(), removed)) {
            throw new IllegalArgumentException("a key cannot be set and removed at once");
        }
        long gone = removed.stream().filter(entries::containsKey).count();
        long added = values.keySet().stream().filter(key -> !entries.containsKey(key)).count();
        if (added > 0 && entries.size() - gone + added > MOST_ENTRIES) {
            throw new IllegalStateException("a store holds at most " + MOST_ENTRIES + " entries");
        }
        entries.keySet().removeAll(removed);
        entries.putAll(values);
    }

    private static void check(String key, String value) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
            throw new IllegalArgumentException("a value has at most " + LONGEST_VALUE + " bytes");
        }
    }

    @Override
    public synchronized Map<String, String> scan(String prefix, String after, int limit) {
        Map<String, String> page = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix) || page.size() == limit) {
                break;
            }
            if (entry.getKey().compareTo(after) > 0) {
                page.put(entry.getKey(), entry.getValue());
            }
        }
        return page;
    }
}

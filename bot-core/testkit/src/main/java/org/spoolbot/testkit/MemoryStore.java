package org.spoolbot.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.spoolbot.api.store.KeyValueStore;

/** A key-value store in memory. Hand the same one to a second plugin to play a restart. Thread-safe. */
public final class MemoryStore implements KeyValueStore {
    private final ConcurrentSkipListMap<String, String> entries = new ConcurrentSkipListMap<>();

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void put(String key, String value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(String key, String value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(String key) {
        return entries.remove(key) != null;
    }

    @Override
    public Map<String, String> scan(String prefix, String after, int limit) {
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

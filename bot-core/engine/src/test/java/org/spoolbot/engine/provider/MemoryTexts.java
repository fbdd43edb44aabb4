package org.spoolbot.engine.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.engine.store.KeyValueBooks;

/** Durable texts in memory: they outlive the servers that use them. */
public final class MemoryTexts implements KeyValueBooks {
    private final Map<String, Store> stores = new TreeMap<>();

    @Override
    public synchronized KeyValueStore of(String pluginId) {
        return stores.computeIfAbsent(pluginId, _ -> new Store(new ConcurrentSkipListMap<>()));
    }

    private record Store(ConcurrentSkipListMap<String, String> entries) implements KeyValueStore {
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
            Map<String, String> found = new LinkedHashMap<>();
            entries.tailMap(prefix).forEach((key, value) -> {
                if (key.startsWith(prefix) && key.compareTo(after) > 0 && found.size() < limit) {
                    found.put(key, value);
                }
            });
            return found;
        }
    }
}

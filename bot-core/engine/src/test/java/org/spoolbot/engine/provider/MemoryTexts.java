package org.spoolbot.engine.provider;

import java.util.Map;
import java.util.TreeMap;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.engine.store.KeyValueBooks;
import org.spoolbot.testkit.MemoryStore;

/** Durable texts in memory: they outlive the servers that use them. */
public final class MemoryTexts implements KeyValueBooks {
    private final Map<String, KeyValueStore> stores = new TreeMap<>();

    @Override
    public synchronized KeyValueStore of(String pluginId) {
        return stores.computeIfAbsent(pluginId, _ -> new MemoryStore());
    }
}

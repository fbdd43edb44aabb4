package org.spoolbot.discord.outbound;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Remembers the latest; the oldest is forgotten first. Thread-safe. */
final class Recent<V> {
    private final SequencedMap<String, V> values = new LinkedHashMap<>();
    private final int most;

    Recent(int most) {
        this.most = most;
    }

    synchronized Optional<V> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    synchronized void put(String key, V value) {
        values.remove(key);
        values.putLast(key, value);
        if (values.size() > most) {
            values.pollFirstEntry();
        }
    }
}

package org.spoolbot.api.store;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plugin's durable texts. Keys have 1 to 200 characters, values at most 1 MiB; a plugin holds at most 100,000 entries. Every change is
 * durable when the call returns. Thread-safe; methods block.
 */
public interface KeyValueStore {
    /** The value of a key. */
    Optional<String> get(String key);

    /** Sets a value. */
    void put(String key, String value);

    /** Sets a value if the key has none; says whether it did. */
    boolean putIfAbsent(String key, String value);

    /** Removes a key; says whether it was there. */
    boolean remove(String key);

    /**
     * Sets values and removes keys, all or nothing, whenever the process dies: for entries that mean something only together, and for
     * many at once, which takes hardly longer than one.
     *
     * @param values by key; none of these keys is removed
     * @param removed keys; one that is not there is passed over
     * @throws IllegalArgumentException if a key is both set and removed, or a key or value is too long; nothing is changed then
     */
    void change(Map<String, String> values, Set<String> removed);

    /** Up to {@code limit} entries whose key starts so, in key order, after the given key (exclusive; empty string from the start). */
    Map<String, String> scan(String prefix, String after, int limit);
}

package org.spoolbot.providers.gateway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Where files lie at a gateway, by content, so that the same file is not handed over twice. Forgets the longest unused. Thread-safe. */
public final class RememberedAddresses {
    /** As many files are remembered. */
    public static final int MOST = 500;

    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** The address of the file of that hash, if it still lies there. */
    public synchronized Optional<String> find(String sha256, Instant now) {
        Entry entry = entries.get(sha256);
        return entry == null || !entry.until.isAfter(now) ? Optional.empty() : Optional.of(entry.address);
    }

    /** Remembers where a file lies until then. */
    public synchronized void put(String sha256, String address, Instant until) {
        entries.put(sha256, new Entry(address, until));
        if (entries.size() > MOST) {
            entries.pollFirstEntry();
        }
    }

    /** The address of the file of that hash, whenever it was put there. */
    public Optional<String> find(String sha256) {
        return find(sha256, Instant.MIN);
    }

    /** Remembers where a file lies for good. */
    public void put(String sha256, String address) {
        put(sha256, address, Instant.MAX);
    }

    /** Forgets where a file lies. */
    public synchronized void forget(String sha256) {
        entries.remove(sha256);
    }

    private record Entry(String address, Instant until) {}
}

package org.spoolbot.engine.provider;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.engine.store.KeyValueBooks;

/** Which gateways owners switched off: kept over restarts, written down in the log. */
final class Switches {
    private static final Logger LOG = LoggerFactory.getLogger(Switches.class);
    private static final String OWNER = "core";
    private static final String PREFIX = "provider-off:";
    private static final int MOST = 1_000;

    private final KeyValueBooks books;
    private volatile @Nullable Map<String, String> off;

    @Inject
    Switches(KeyValueBooks books) {
        this.books = books;
    }

    /** Who switched it off and why; empty if it is on. */
    Optional<String> off(String provider) {
        return Optional.ofNullable(all().get(provider));
    }

    void switchOff(String provider, String by, String why) {
        String reason = why.isBlank() ? by : by + ": " + why.strip();
        books.of(OWNER).put(PREFIX + provider, reason);
        all().put(provider, reason);
        LOG.warn("Provider {} was switched off by {}", provider, by);
    }

    void switchOn(String provider, String by) {
        books.of(OWNER).remove(PREFIX + provider);
        all().remove(provider);
        LOG.warn("Provider {} was switched on by {}", provider, by);
    }

    /** Read when it is first asked for: the books open after this is made. */
    private Map<String, String> all() {
        Map<String, String> known = off;
        return known != null ? known : read();
    }

    private synchronized Map<String, String> read() {
        Map<String, String> known = off;
        if (known != null) {
            return known;
        }
        Map<String, String> found = new ConcurrentHashMap<>();
        books.of(OWNER).scan(PREFIX, "", MOST).forEach((key, by) -> found.put(key.substring(PREFIX.length()), by));
        off = found;
        return found;
    }
}

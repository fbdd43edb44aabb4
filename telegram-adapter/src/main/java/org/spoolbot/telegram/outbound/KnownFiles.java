package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/** Telegram's ids of files that were sent: sent again by id, they need no upload and know no limit. They are good for this bot alone. */
final class KnownFiles {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(20_000, Duration.ofDays(180));

    private final Shelf ids;

    KnownFiles(KeyValueStore store, String botId, InstantSource clock) {
        this.ids = new Shelf(store, "file/" + botId + "/", BOUNDS, clock);
    }

    Optional<String> idOf(String sha256) {
        return ids.get(sha256);
    }

    void sent(String sha256, String id) {
        ids.put(sha256, id);
    }

    void forget(String sha256) {
        ids.remove(sha256);
    }

    void tidy() {
        ids.tidy();
    }
}

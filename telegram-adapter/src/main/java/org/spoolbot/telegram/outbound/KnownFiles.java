package org.spoolbot.telegram.outbound;

import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;

/** Telegram's ids of files that were sent: sent again by id, they need no upload and know no limit. They are good for this bot alone. */
final class KnownFiles {
    private final KeyValueStore store;
    private final String prefix;

    KnownFiles(KeyValueStore store, String botId) {
        this.store = store;
        this.prefix = "file/" + botId + "/";
    }

    Optional<String> idOf(String sha256) {
        return store.get(prefix + sha256);
    }

    void sent(String sha256, String id) {
        store.put(prefix + sha256, id);
    }

    void forget(String sha256) {
        store.remove(prefix + sha256);
    }
}

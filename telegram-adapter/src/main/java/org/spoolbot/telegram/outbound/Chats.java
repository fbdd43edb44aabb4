package org.spoolbot.telegram.outbound;

import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;

/** Where chats are now: a group that became a supergroup has another id, and jobs of before still name the old one. */
public final class Chats {
    private static final String PREFIX = "moved/";
    private static final int MOST_MOVES = 5;

    private final KeyValueStore store;

    /** On the plugin's own store. */
    public Chats(KeyValueStore store) {
        this.store = store;
    }

    /** The chat that has that id or had it. */
    public long current(String channel) {
        String now = channel;
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Optional<String> next = store.get(PREFIX + now);
            if (next.isEmpty()) {
                break;
            }
            now = next.get();
        }
        return Long.parseLong(now);
    }

    /** A group became a supergroup. */
    public void moved(long from, long to) {
        if (from != to) {
            store.put(PREFIX + from, Long.toString(to));
        }
    }
}

package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/** Where chats are now: a group that became a supergroup has another id, and jobs of before still name the old one. */
public final class Chats {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(5_000, Duration.ofDays(3_650));
    private static final int MOST_MOVES = 5;

    private final Shelf moves;

    /** On the plugin's own store. */
    public Chats(KeyValueStore store, InstantSource clock) {
        this.moves = new Shelf(store, "moved/", BOUNDS, clock);
    }

    /** The chat that has that id or had it; empty if it is no id. */
    public Optional<Long> current(String channel) {
        String now = channel;
        for (int count = 0; count < MOST_MOVES; count++) {
            Optional<String> next = isId(now) ? moves.get(now) : Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            now = next.get();
        }
        return Optional.of(now).filter(Chats::isId).map(Long::valueOf);
    }

    private static boolean isId(String text) {
        return text.matches("-?[0-9]{1,18}");
    }

    /** A group became a supergroup. */
    public void moved(long from, long to) {
        if (from != to) {
            moves.put(Long.toString(from), Long.toString(to));
        }
    }
}

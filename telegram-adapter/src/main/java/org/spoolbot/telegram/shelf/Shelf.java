package org.spoolbot.telegram.shelf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Notes that are worth keeping for a while: the oldest go when there are too many. They are a convenience: if the store is broken they are
 * lost, and nothing else. Thread-safe.
 */
public final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final int PAGE = 500;

    private final KeyValueStore store;
    private final String prefix;
    private final Bounds bounds;
    private final InstantSource clock;
    private final AtomicInteger added = new AtomicInteger();

    /** Under a prefix of its own in the plugin's store. */
    public Shelf(KeyValueStore store, String prefix, Bounds bounds, InstantSource clock) {
        this.store = store;
        this.prefix = prefix;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * What a shelf holds.
     *
     * @param most how many notes, give or take a tenth
     * @param kept how long after they were written
     */
    public record Bounds(int most, Duration kept) {}

    /** The note, unless it is too old. */
    public Optional<String> get(String key) {
        try {
            return store.get(prefix + key).map(Note::read).filter(this::isFresh).map(Note::text);
        } catch (RuntimeException broken) {
            return lost(broken);
        }
    }

    /** Keeps a note, in the place of one with the same key. */
    public void put(String key, String text) {
        try {
            store.put(prefix + key, new Note(clock.instant(), text).written());
            if (added.incrementAndGet() >= Math.max(1, bounds.most() / 10)) {
                tidy();
            }
        } catch (RuntimeException broken) {
            lost(broken);
        }
    }

    /** Forgets a note. */
    public void remove(String key) {
        try {
            store.remove(prefix + key);
        } catch (RuntimeException broken) {
            lost(broken);
        }
    }

    private static Optional<String> lost(RuntimeException broken) {
        LOG.warn("the store does not work, so a note is lost: {}", broken.getClass().getSimpleName());
        return Optional.empty();
    }

    /** Forgets what is too old, then the oldest of what is too much. */
    public synchronized void tidy() {
        added.set(0);
        List<Aged> kept = new ArrayList<>();
        String after = "";
        Map<String, String> page = store.scan(prefix, after, PAGE);
        while (!page.isEmpty()) {
            for (Map.Entry<String, String> entry : page.entrySet()) {
                after = entry.getKey();
                Note note = Note.read(entry.getValue());
                if (isFresh(note)) {
                    kept.add(new Aged(note.at(), after));
                } else {
                    store.remove(after);
                }
            }
            page = store.scan(prefix, after, PAGE);
        }
        kept.stream()
                .sorted(Comparator.comparing(Aged::at))
                .limit(Math.max(0, kept.size() - bounds.most()))
                .forEach(oldest -> store.remove(oldest.key()));
    }

    private boolean isFresh(Note note) {
        return note.at().plus(bounds.kept()).isAfter(clock.instant());
    }

    private record Aged(Instant at, String key) {}

    private record Note(Instant at, String text) {
        /** What cannot be read is as old as can be. */
        static Note read(String written) {
            int space = written.indexOf(' ');
            String seconds = space < 0 ? "" : written.substring(0, space);
            return seconds.matches("[0-9]{1,12}")
                    ? new Note(Instant.ofEpochSecond(Long.parseLong(seconds)), written.substring(space + 1))
                    : new Note(Instant.EPOCH, "");
        }

        String written() {
            return at.getEpochSecond() + " " + text;
        }
    }
}

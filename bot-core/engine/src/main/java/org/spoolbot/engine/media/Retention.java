package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spoolbot.engine.config.ServerSettings;

/** Removes what has been kept long enough, and the oldest clips when they are too many. */
final class Retention {
    private static final Duration WORK = Duration.ofDays(1);

    private final Shelf shelf;
    private final PublicLinks links;
    private final ServerSettings settings;
    private final InstantSource clock;

    @Inject
    Retention(Shelf shelf, PublicLinks links, ServerSettings settings, InstantSource clock) {
        this.shelf = shelf;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** Removes; says how many files. */
    int sweep() throws IOException {
        int removed = expire(Shelf.Board.WORK, WORK);
        removed += expire(Shelf.Board.REFERENCES, settings.media().keepReferences());
        removed += expire(Shelf.Board.CLIPS, settings.media().keepClips());
        return removed + removeOldestClips();
    }

    private int expire(Shelf.Board board, Duration age) throws IOException {
        Instant before = clock.instant().minus(age);
        List<Shelf.Spot> old = new ArrayList<>();
        shelf.visit(board, spot -> {
            if (spot.used().isBefore(before)) {
                old.add(spot);
            }
        });
        int removed = delete(old);
        if (board == Shelf.Board.REFERENCES && removed > 0) {
            links.forget(old.stream().map(Shelf.Spot::hash).toList());
        }
        return removed;
    }

    private int removeOldestClips() throws IOException {
        List<Shelf.Spot> clips = new ArrayList<>();
        shelf.visit(Shelf.Board.CLIPS, clips::add);
        clips.sort(Comparator.comparing(Shelf.Spot::used));
        long excess = clips.stream().mapToLong(Shelf.Spot::bytes).sum() - settings.media().maxClipStoreBytes();
        List<Shelf.Spot> oldest = new ArrayList<>();
        for (Shelf.Spot clip : clips) {
            if (excess <= 0) {
                break;
            }
            excess -= clip.bytes();
            oldest.add(clip);
        }
        return delete(oldest);
    }

    private static int delete(List<Shelf.Spot> spots) {
        return (int) spots.stream().filter(spot -> Shelf.delete(spot.path())).count();
    }
}

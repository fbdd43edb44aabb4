package org.spoolbot.engine.media;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;

/** Puts files on the shelf and remembers what is known of them; what is forgotten is measured again. */
final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<String, MediaFile> known = CacheBuilder.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Shelf shelf;

    @Inject
    Catalogue(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Stores a measured work file; it is moved. */
    MediaFile add(Path work, Measured measured, Shelf.Board board) throws IOException {
        String sha256 = Shelf.hash(work);
        long bytes = Files.size(work);
        Path place = shelf.keep(work, sha256, measured.type(), board);
        MediaFile file = new MediaFile(info(sha256, bytes, measured), place);
        known.put(sha256, file);
        return file;
    }

    Optional<MediaFile> find(String sha256) {
        MediaFile remembered = known.getIfPresent(sha256);
        if (remembered != null && Files.isRegularFile(remembered.path())) {
            return Optional.of(remembered);
        }
        known.invalidate(sha256);
        Optional<MediaFile> found = shelf.find(sha256).flatMap(place -> measure(sha256, place));
        found.ifPresent(file -> known.put(sha256, file));
        return found;
    }

    /** Stores a second copy on a board; it is not moved. */
    MediaFile copy(MediaFile file, Shelf.Board board) throws IOException {
        Path work = shelf.newWorkFile("." + file.info().type().extension());
        try {
            Files.copy(file.path(), work);
            return new MediaFile(file.info(), shelf.keep(work, file.info().sha256(), file.info().type(), board));
        } finally {
            Shelf.delete(work);
        }
    }

    /** Removes a file from a board; it may still lie on another one. */
    void remove(String sha256, Shelf.Board board) {
        shelf.remove(sha256, board);
        known.invalidate(sha256);
    }

    /** Keeps a file from being swept away for a while. */
    void use(MediaFile file) throws IOException {
        shelf.touch(file.path());
    }

    private static Optional<MediaFile> measure(String sha256, Shelf.Place place) {
        try {
            Measured measured = Prober.measure(place.path(), place.type());
            return Optional.of(new MediaFile(info(sha256, Files.size(place.path()), measured), place.path()));
        } catch (IOException unreadable) {
            LOG.warn("The stored file {} cannot be read: {}", sha256, unreadable.toString());
            return Optional.empty();
        }
    }

    private static MediaInfo info(String sha256, long bytes, Measured measured) {
        return new MediaInfo(sha256, measured.type(), bytes, measured.size(), measured.duration());
    }
}

package org.spoolbot.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** What users handed in, for a while, so that their own message can show it. Names are ours: {@code <message id>-<number>}. */
final class UploadShelf {
    private static final Duration KEEP = Duration.ofHours(1);

    private final Path folder;
    private final InstantSource clock;

    UploadShelf(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A path for a new file. */
    Path place(String name) throws IOException {
        return Files.createDirectories(folder).resolve(name);
    }

    Optional<Path> find(String name) {
        if (!name.matches("[a-z0-9]{1,40}-\\d{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
    }

    /** Removes what is old. */
    void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(this::isOld).forEach(UploadShelf::remove);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(KEEP));
        } catch (IOException gone) {
            return false;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package org.spoolbot.providers.sandbox.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.providers.sandbox.task.ClipMaker;

/** Files that callers handed in, by id, the newest last. Files whose time has run out are gone at the next look. */
public final class FileShelf {

    private final Map<String, ShelvedFile> files = new LinkedHashMap<>();
    private final ShelfLimits limits;
    private final InstantSource clock;

    /**
     * A shelf.
     *
     * @param limits what it holds
     * @param clock the clock
     */
    public FileShelf(ShelfLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What it holds.
     *
     * @return the limits
     */
    public ShelfLimits limits() {
        return limits;
    }

    /**
     * Puts a file on the shelf, which then owns it; a file that finds no room is deleted.
     *
     * @param id the name that callers will know it by
     * @param label the name that its owner gave it
     * @param type its media type
     * @param path where it is
     * @return the shelved file, or nothing if there is no room
     * @throws IOException if the file cannot be read
     */
    public synchronized Optional<ShelvedFile> put(String id, String label, String type, Path path) throws IOException {
        List<ShelvedFile> current = newestFirst();
        long size = Files.size(path);
        long used = current.stream().mapToLong(ShelvedFile::bytes).sum();
        boolean room = current.size() < limits.files() && size <= limits.fileBytes() && used + size <= limits.totalBytes();
        if (!room) {
            ClipMaker.discard(path);
            return Optional.empty();
        }
        Instant now = clock.instant();
        ShelvedFile file = new ShelvedFile(id, label, type, path, size, now, now.plus(limits.kept()));
        files.put(id, file);
        return Optional.of(file);
    }

    /**
     * Looks for a file.
     *
     * @param id its id
     * @return the file, if it is there
     */
    public synchronized Optional<ShelvedFile> find(String id) {
        dropOld();
        return Optional.ofNullable(files.get(id));
    }

    /**
     * Takes a file away for good.
     *
     * @param id its id
     * @return whether it was there
     */
    public synchronized boolean remove(String id) {
        dropOld();
        ShelvedFile file = files.remove(id);
        if (file != null) {
            ClipMaker.discard(file.path());
        }
        return file != null;
    }

    /**
     * Every file.
     *
     * @return the newest first
     */
    public synchronized List<ShelvedFile> newestFirst() {
        dropOld();
        return new ArrayList<>(files.values()).reversed();
    }

    private void dropOld() {
        Instant now = clock.instant();
        files.values().removeIf(file -> {
            boolean old = !now.isBefore(file.until());
            if (old) {
                ClipMaker.discard(file.path());
            }
            return old;
        });
    }
}

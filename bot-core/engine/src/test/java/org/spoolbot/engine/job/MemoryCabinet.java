package org.spoolbot.engine.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.video.Reference;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.media.UnusableFileException;

/** Keeps one clip of a size that the test chooses. */
final class MemoryCabinet implements MediaCabinet {
    static final String CLIP = "a".repeat(64);
    static final String SMALLER = "b".repeat(64);
    /** The gateway's last frame. */
    static final String FRAME = "f".repeat(64);
    /** The last frame that was cut out of the clip. */
    static final String CUT = "e".repeat(64);
    private final Map<String, MediaFile> files = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();
    private final Path folder;
    final Map<String, PublicLink> links = new ConcurrentHashMap<>();
    long clipBytes = 500;
    boolean shrinks;
    boolean unusable;
    boolean cuts;
    final java.util.Set<String> removed = ConcurrentHashMap.newKeySet();
    boolean room = true;

    MemoryCabinet(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path newWorkFile(String suffix) {
        return folder.resolve("work" + names.incrementAndGet() + suffix);
    }

    @Override
    public MediaFile keepClip(Path workFile) throws IOException {
        Path kept = folder.resolve("kept" + names.incrementAndGet());
        Files.move(workFile, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return put(CLIP, kept, clipBytes);
    }

    @Override
    public Optional<MediaFile> find(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    @Override
    public Optional<PublicLink> publicLink(String sha256) {
        return Optional.ofNullable(links.get(sha256));
    }

    /** A picture as a member handed it in. */
    MediaFile picture(String sha256) {
        MediaFile file = new MediaFile(
                new MediaInfo(sha256, MediaType.PNG, 500, Optional.empty(), Optional.empty()), folder.resolve(sha256));
        files.put(sha256, file);
        return file;
    }

    @Override
    public MediaFile keepFrame(Path workFile) throws IOException {
        if (!Files.readString(workFile).equals("picture")) {
            throw new IOException("no picture");
        }
        Path kept = folder.resolve("kept" + names.incrementAndGet());
        Files.move(workFile, kept);
        return picture(FRAME, kept);
    }

    @Override
    public Optional<MediaFile> cutLastFrame(MediaFile clip) {
        return cuts ? Optional.of(picture(CUT, clip.path())) : Optional.empty();
    }

    @Override
    public MediaFile lend(MediaFile file) {
        return file;
    }

    @Override
    public void remove(String sha256) {
        files.remove(sha256);
        removed.add(sha256);
    }

    @Override
    public Optional<MediaFile> poster(MediaInfo clip) {
        return Optional.empty();
    }

    @Override
    public List<Phrase> check(List<Reference> references, Capabilities capabilities) {
        return List.of();
    }

    @Override
    public List<Phrase> adjustments(List<Reference> references, Capabilities capabilities) {
        return List.of();
    }

    @Override
    public MediaFile fit(Reference reference, Capabilities capabilities) throws IOException {
        if (unusable) {
            throw new UnusableFileException("whatever is done to it");
        }
        MediaFile file = find(reference.media().sha256()).orElseThrow(() -> new IOException("gone"));
        return file;
    }

    @Override
    public Optional<MediaFile> shrink(MediaFile clip, long maxBytes) {
        return shrinks ? Optional.of(put(SMALLER, clip.path(), maxBytes)) : Optional.empty();
    }

    @Override
    public boolean hasRoom() {
        return room;
    }

    private MediaFile picture(String sha256, Path path) {
        MediaFile file = new MediaFile(
                new MediaInfo(sha256, MediaType.PNG, 7, Optional.of(new PixelSize(1280, 720)), Optional.empty()), path);
        files.put(sha256, file);
        return file;
    }

    private MediaFile put(String sha256, Path path, long bytes) {
        MediaFile file = new MediaFile(
                new MediaInfo(sha256, MediaType.MP4, bytes, Optional.empty(), Optional.empty()), path);
        files.put(sha256, file);
        return file;
    }
}

package org.spoolbot.engine.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.video.Reference;
import org.spoolbot.engine.media.MediaCabinet;

/** Stored files of a size and type that the test chooses. */
final class Shelf implements MediaCabinet {
    private final Map<String, MediaFile> files = new ConcurrentHashMap<>();
    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    MediaFile put(int number, MediaType type, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(number).nextBytes(content);
        String sha256 = HexFormat.of().toHexDigits(number).repeat(8);
        Path path = Files.write(folder.resolve(sha256), content);
        MediaFile file = new MediaFile(new MediaInfo(sha256, type, bytes, Optional.empty(), Optional.empty()), path);
        files.put(sha256, file);
        return file;
    }

    @Override
    public Optional<MediaFile> find(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    @Override
    public Optional<org.spoolbot.api.media.PublicLink> publicLink(String sha256) {
        return Optional.empty();
    }

    @Override
    public Path newWorkFile(String suffix) {
        throw new UnsupportedOperationException("a server of files makes none");
    }

    @Override
    public MediaFile keepClip(Path workFile) {
        throw new UnsupportedOperationException("a server of files keeps none");
    }

    @Override
    public MediaFile keepFrame(Path workFile) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MediaFile> cutLastFrame(MediaFile clip) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MediaFile lend(MediaFile file) {
        return file;
    }

    @Override
    public void remove(String sha256) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public MediaFile fit(Reference reference, Capabilities capabilities) {
        throw new UnsupportedOperationException("a server of files changes none");
    }

    @Override
    public Optional<MediaFile> shrink(MediaFile clip, long maxBytes) {
        return Optional.empty();
    }

    @Override
    public boolean hasRoom() {
        return true;
    }
}

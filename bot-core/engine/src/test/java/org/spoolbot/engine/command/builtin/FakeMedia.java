package org.spoolbot.engine.command.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.media.Upload;

/** A library that looks at the first bytes, as the real one does, and refuses what is no picture, clip or sound. */
final class FakeMedia implements MediaLibrary {
    private int taken;
    private final Map<String, MediaFile> files = new HashMap<>();

    @Override
    public Intake take(MemberId owner, Upload upload) {
        byte[] content = content(upload);
        Optional<MediaType> type = type(content);
        if (type.isEmpty()) {
            return new Intake.Refused(Phrase.literal(upload.name() + " is no picture, clip or sound."));
        }
        String sha256 = String.format("%064x", ++taken);
        MediaInfo info = new MediaInfo(
                sha256, type.get(), content.length, Optional.of(new PixelSize(640, 480)), Optional.empty());
        files.put(sha256, new MediaFile(info, Path.of("nowhere")));
        return new Intake.Stored(files.get(sha256), upload.name());
    }

    private static byte[] content(Upload upload) {
        try (InputStream stream = upload.open()) {
            return stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Optional<MediaType> type(byte[] content) {
        if (content.length > 3 && content[0] == (byte) 0x89 && content[1] == 'P') {
            return Optional.of(MediaType.PNG);
        }
        boolean wav = content.length > 3 && content[0] == 'R' && content[1] == 'I';
        return wav ? Optional.of(MediaType.WAV) : Optional.empty();
    }

    @Override
    public Optional<MediaFile> find(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    /** How many files were fetched. */
    int taken() {
        return taken;
    }

    /** From now on the clip of finished jobs is there. */
    void keepClip() {
        MediaInfo info = new MediaInfo(FakeJobs.CLIP, MediaType.MP4, 500, Optional.empty(), Optional.empty());
        files.put(FakeJobs.CLIP, new MediaFile(info, Path.of("nowhere")));
    }

    void forget(MediaFile file) {
        files.remove(file.info().sha256());
    }

    void forgetAll() {
        files.clear();
    }
}

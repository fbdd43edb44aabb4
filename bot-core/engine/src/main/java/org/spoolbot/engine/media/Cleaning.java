package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spoolbot.api.media.MediaType;

/** Takes out of a file what tells where, when and by whom it was made, and turns pictures upright. */
final class Cleaning {
    private final Shelf shelf;
    private final Darkroom darkroom;

    @Inject
    Cleaning(Shelf shelf, Darkroom darkroom) {
        this.shelf = shelf;
        this.darkroom = darkroom;
    }

    /** Cleans a work file of ours in its place; says what type it is afterwards. */
    MediaType clean(Path work, MediaType type) throws IOException {
        return switch (type) {
            case JPEG -> copied(work, type, JpegCopy::copy);
            case PNG -> copied(work, type, PngCopy::copy);
            case GIF -> copied(work, type, (from, to) -> {
                GifCopy.copy(from, to);
                return Orientation.UPRIGHT;
            });
            case TIFF -> redrawn(work, work, type, Orientation.ofTiff(work), MediaType.PNG);
            case WEBP, WAV -> blanked(work, type, RiffChunk::scrub);
            case HEIC, AVIF -> blanked(work, type, HeifItems::scrub);
            case MP4, MOV, M4A -> blanked(work, type, Movie::scrub);
            case WEBM -> blanked(work, type, Webm::scrub);
            case MP3 -> blanked(work, type, SoundTags::scrubMp3);
            case FLAC -> blanked(work, type, SoundTags::scrubFlac);
            case OGG -> blanked(work, type, SoundTags::scrubOgg);
            case BMP -> type;
        };
    }

    private MediaType copied(Path work, MediaType type, Copying copying) throws IOException {
        Path copy = shelf.newWorkFile("." + type.extension());
        try {
            int orientation = copying.copy(work, copy);
            if (orientation != Orientation.UPRIGHT) {
                return redrawn(copy, work, type, orientation, type);
            }
            Shelf.replace(copy, work);
            return type;
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private MediaType redrawn(Path from, Path work, MediaType type, int orientation, MediaType into) throws IOException {
        Path print = shelf.newWorkFile("." + into.extension());
        try {
            darkroom.redraw(
                    new Darkroom.Negative(from, type, orientation),
                    new Darkroom.Print(print, into, Optional.empty(), Darkroom.Print.FINE));
            Shelf.replace(print, work);
            return into;
        } finally {
            Files.deleteIfExists(print);
        }
    }

    private static MediaType blanked(Path work, MediaType type, Blanking blanking) throws IOException {
        try (OpenFile file = OpenFile.changing(work)) {
            blanking.blank(file);
            return type;
        }
    }

    private interface Copying {
        int copy(Path from, Path to) throws IOException;
    }

    private interface Blanking {
        void blank(OpenFile file) throws IOException;
    }
}

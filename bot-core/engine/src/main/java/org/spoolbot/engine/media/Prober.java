package org.spoolbot.engine.media;

import java.io.IOException;
import java.nio.file.Path;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Measures a file of a sniffed type. */
final class Prober {
    /** A picture of more pixels is taken for a bomb: small on disk, ruinous to decode. */
    static final long MOST_PIXELS = 100_000_000;

    private Prober() {}

    static MediaType sniff(Path path) throws IOException {
        try (OpenFile file = OpenFile.reading(path)) {
            byte[] head = file.bytes(0, (int) Math.min(Magic.HEAD, file.length()));
            if (head.length == 0) {
                throw UnfitException.empty();
            }
            return Magic.of(head)
                    .orElseThrow(() -> Magic.looksLikeText(head) ? UnfitException.text() : UnfitException.unknown());
        }
    }

    static Measured measure(Path path, MediaType type) throws IOException {
        Measured measured = open(path, type);
        if (measured.size().isPresent() && type.kind() == MediaKind.IMAGE) {
            PixelSize size = measured.size().get();
            if (size.area() > MOST_PIXELS) {
                throw UnfitException.tooManyPixels(size, MOST_PIXELS);
            }
        }
        return measured;
    }

    private static Measured open(Path path, MediaType type) throws IOException {
        try (OpenFile file = OpenFile.reading(path)) {
            return switch (type) {
                case JPEG -> Picture.measureJpeg(file);
                case PNG -> Picture.measurePng(file);
                case WEBP -> Picture.measureWebp(file);
                case GIF -> Picture.measureGif(file);
                case BMP -> Picture.measureBmp(file);
                case TIFF -> Darkroom.measure(path, type);
                case HEIC, AVIF -> HeifPicture.measure(file, type);
                case MP4, MOV, M4A -> Movie.measure(file, type);
                case WEBM -> Webm.measure(file);
                case WAV -> Sound.measureWav(file);
                case MP3 -> Sound.measureMp3(path);
                case OGG -> Sound.measureOgg(file);
                case FLAC -> Sound.measureFlac(file);
            };
        }
    }
}

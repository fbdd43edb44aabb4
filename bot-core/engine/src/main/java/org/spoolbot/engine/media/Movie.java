package org.spoolbot.engine.media;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Measures MP4, MOV and M4A, and takes out what tells where they were made. */
final class Movie {
    private static final int TRACK_MATRIX = 40;
    private static final int TRACK_SIZE = 76;
    private static final int LONGER_TRACK_TIMES = 12;
    private static final byte[] XMP = {
        (byte) 0xBE, 0x7A, (byte) 0xCF, (byte) 0xCB, (byte) 0x97, (byte) 0xA9, 0x42, (byte) 0xE8,
        (byte) 0x9C, 0x71, (byte) 0x99, (byte) 0x94, (byte) 0x91, (byte) 0xE3, (byte) 0xAF, (byte) 0xAC
    };

    private Movie() {}

    static Measured measure(OpenFile file, MediaType type) throws IOException {
        Box movie = Box.first(Box.of(file), "moov").orElseThrow(UnfitException::cutOff);
        Optional<PixelSize> size = Optional.empty();
        boolean sound = false;
        for (Box track : tracks(file, movie)) {
            String handler = handler(file, track);
            sound |= handler.equals("soun");
            if (handler.equals("vide") && size.isEmpty()) {
                size = size(file, track, type);
            }
        }
        if (size.isEmpty() && !sound) {
            throw UnfitException.noTracks(type);
        }
        Optional<Duration> duration = duration(file, movie);
        if (size.isEmpty()) {
            return Measured.sound(MediaType.M4A, duration);
        }
        return type.kind() == MediaKind.AUDIO ? Measured.sound(type, duration) : new Measured(type, size, duration);
    }

    /** Blanks user data, metadata and tracks of metadata: places live in all of them. Pictures and sound stay as they are. */
    static void scrub(OpenFile file) throws IOException {
        for (Box box : Box.of(file)) {
            if (isMetadata(file, box)) {
                box.free(file);
            } else if (box.type().equals("moov")) {
                scrubMovie(file, box);
            }
        }
    }

    private static void scrubMovie(OpenFile file, Box movie) throws IOException {
        for (Box box : movie.children(file)) {
            if (isMetadata(file, box)) {
                box.free(file);
            } else if (box.type().equals("trak")) {
                scrubTrack(file, box);
            }
        }
    }

    private static void scrubTrack(OpenFile file, Box track) throws IOException {
        String handler = handler(file, track);
        if (handler.equals("meta") || handler.equals("camm")) {
            Samples.blank(file, track);
            track.free(file);
            return;
        }
        for (Box box : track.children(file)) {
            if (isMetadata(file, box)) {
                box.free(file);
            }
        }
    }

    private static boolean isMetadata(OpenFile file, Box box) throws IOException {
        if (box.type().equals("uuid") && box.end() - box.body() >= XMP.length) {
            return java.util.Arrays.equals(file.bytes(box.body(), XMP.length), XMP);
        }
        return box.type().equals("udta") || box.type().equals("meta");
    }

    private static List<Box> tracks(OpenFile file, Box movie) throws IOException {
        return movie.children(file).stream().filter(box -> box.type().equals("trak")).toList();
    }

    private static String handler(OpenFile file, Box track) throws IOException {
        Optional<Box> handler = track.below(file, "mdia", "hdlr");
        return handler.isEmpty() ? "" : file.text(handler.get().body() + 8, 4);
    }

    private static Optional<PixelSize> size(OpenFile file, Box track, MediaType type) throws IOException {
        Box header = track.child(file, "tkhd").orElseThrow(() -> UnfitException.broken(type));
        long body = header.body() + (file.small(header.body(), 1) == 1 ? LONGER_TRACK_TIMES : 0);
        int width = file.small(body + TRACK_SIZE, 2);
        int height = file.small(body + TRACK_SIZE + 4, 2);
        boolean turned = file.small(body + TRACK_MATRIX, 4) == 0 && file.small(body + TRACK_MATRIX + 16, 4) == 0;
        return Optional.of(turned ? Measured.size(type, height, width) : Measured.size(type, width, height));
    }

    private static Optional<Duration> duration(OpenFile file, Box movie) throws IOException {
        Optional<Box> header = movie.child(file, "mvhd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long body = header.get().body();
        boolean wide = file.small(body, 1) == 1;
        long scale = file.number(body + (wide ? 20 : 12), 4);
        long units = wide ? file.number(body + 24, 8) : unlessAllOnes(file.number(body + 16, 4));
        return units > 0 ? Measured.length(units, scale) : fragmented(file, movie, scale);
    }

    /** A file in fragments may say its length elsewhere. */
    private static Optional<Duration> fragmented(OpenFile file, Box movie, long scale) throws IOException {
        Optional<Box> header = movie.below(file, "mvex", "mehd");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        long body = header.get().body();
        return Measured.length(file.number(body + 4, file.small(body, 1) == 1 ? 8 : 4), scale);
    }

    private static long unlessAllOnes(long value) {
        return value == 0xFFFF_FFFFL ? 0 : value;
    }
}

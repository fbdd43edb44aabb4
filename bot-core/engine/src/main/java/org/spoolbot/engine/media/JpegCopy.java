package org.spoolbot.engine.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spoolbot.api.media.MediaType;

/**
 * Copies a JPEG without what cameras and programs add to it: Exif, XMP, IPTC, comments, and the further pictures behind the first, which
 * have their own. What decoding needs stays: JFIF, colour profile, Adobe's colour transform.
 */
final class JpegCopy {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final int PROFILE_SEGMENT = 0xE2;
    private static final int ADOBE_SEGMENT = 0xEE;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";

    private final InputStream from;
    private final OutputStream to;
    private int orientation = Orientation.UPRIGHT;

    private JpegCopy(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** Copies, and says how the picture is to be turned. */
    static int copy(Path source, Path target) throws IOException {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            JpegCopy copy = new JpegCopy(from, to);
            copy.run();
            return copy.orientation;
        } catch (EOFException early) {
            throw UnfitException.cutOff();
        }
    }

    private void run() throws IOException {
        if (next() != 0xFF || next() != START) {
            throw UnfitException.broken(MediaType.JPEG);
        }
        write(START);
        int marker = marker();
        while (marker != END) {
            byte[] content = from.readNBytes(Math.max(0, (next() << 8 | next()) - 2));
            if (keeps(marker, content)) {
                write(marker);
                int length = content.length + 2;
                to.write(length >> 8);
                to.write(length);
                to.write(content);
            }
            marker = marker == SCAN ? scan() : marker();
        }
        write(END);
    }

    private boolean keeps(int marker, byte[] content) {
        if (marker == EXIF_SEGMENT && starts(content, EXIF)) {
            orientation = Orientation.of(content, EXIF.length());
        }
        boolean application = marker > 0xE0 && marker <= 0xEF;
        boolean profile = marker == PROFILE_SEGMENT && starts(content, PROFILE);
        return marker != COMMENT && (!application || profile || marker == ADOBE_SEGMENT);
    }

    private static boolean starts(byte[] content, String text) {
        return content.length >= text.length()
                && new String(content, 0, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    /** Copies coded pixels up to the next marker that is no part of them. */
    private int scan() throws IOException {
        while (true) {
            int value = next();
            if (value != 0xFF) {
                to.write(value);
                continue;
            }
            int second = next();
            while (second == 0xFF) {
                second = next();
            }
            boolean stuffed = second == 0 || second >= 0xD0 && second <= 0xD7;
            if (!stuffed) {
                return second;
            }
            write(second);
        }
    }

    private int marker() throws IOException {
        if (next() != 0xFF) {
            throw UnfitException.broken(MediaType.JPEG);
        }
        int marker = next();
        while (marker == 0xFF) {
            marker = next();
        }
        return marker;
    }

    private int next() throws IOException {
        int value = from.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    private void write(int marker) throws IOException {
        to.write(0xFF);
        to.write(marker);
    }
}

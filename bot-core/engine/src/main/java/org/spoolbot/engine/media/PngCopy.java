package org.spoolbot.engine.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.spoolbot.api.media.MediaType;

/** Copies a PNG without its texts, Exif and time; its pixels are copied bit by bit. What follows its end is left behind. */
final class PngCopy {
    private static final Set<String> DROPPED = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
    private static final int MOST_EXIF = 1 << 20;
    private static final int MOST_CHUNKS = 1_000_000;

    private final DataInputStream from;
    private final DataOutputStream to;
    private int orientation = Orientation.UPRIGHT;

    private PngCopy(DataInputStream from, DataOutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** Copies, and says how the picture is to be turned. */
    static int copy(Path source, Path target) throws IOException {
        try (DataInputStream from = new DataInputStream(new BufferedInputStream(Files.newInputStream(source), 1 << 16));
                DataOutputStream to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            PngCopy copy = new PngCopy(from, to);
            copy.run();
            return copy.orientation;
        } catch (EOFException early) {
            throw UnfitException.cutOff();
        }
    }

    private void run() throws IOException {
        to.writeLong(from.readLong());
        for (int count = 0; count < MOST_CHUNKS; count++) {
            if (chunk().equals("IEND")) {
                return;
            }
        }
        throw UnfitException.broken(MediaType.PNG);
    }

    private String chunk() throws IOException {
        int length = from.readInt();
        byte[] type = new byte[4];
        from.readFully(type);
        String name = new String(type, StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw UnfitException.broken(MediaType.PNG);
        }
        if (DROPPED.contains(name)) {
            drop(name, length);
            return name;
        }
        to.writeInt(length);
        to.write(type);
        pass((long) length + 4);
        return name;
    }

    private void drop(String name, int length) throws IOException {
        int checksum = 4;
        if (name.equals("eXIf") && length <= MOST_EXIF) {
            orientation = Orientation.of(from.readNBytes(length), 0);
            from.skipNBytes(checksum);
            return;
        }
        from.skipNBytes((long) length + checksum);
    }

    private void pass(long count) throws IOException {
        byte[] piece = new byte[(int) Math.min(count, 1 << 16)];
        long left = count;
        while (left > 0) {
            int part = (int) Math.min(left, piece.length);
            from.readFully(piece, 0, part);
            to.write(piece, 0, part);
            left -= part;
        }
    }
}

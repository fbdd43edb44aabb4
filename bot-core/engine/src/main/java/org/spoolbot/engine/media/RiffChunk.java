package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chunk of a RIFF file: WEBP or WAV.
 *
 * @param start where its tag stands
 * @param length of its content, cut at the end of the file where a recorder never wrote it
 */
record RiffChunk(String tag, long start, long length) {
    private static final int FILE_HEADER = 12;
    private static final int HEADER = 8;
    private static final int MOST = 100_000;
    private static final long UNKNOWN = 0xFFFF_FFFFL;
    private static final Set<String> METADATA =
            Set.of("EXIF", "XMP ", "LIST", "bext", "iXML", "_PMX", "id3 ", "ID3 ", "aXML", "cart");

    long body() {
        return start + HEADER;
    }

    static List<RiffChunk> of(OpenFile file) throws IOException {
        List<RiffChunk> chunks = new ArrayList<>();
        long at = FILE_HEADER;
        while (file.length() - at >= HEADER && chunks.size() < MOST) {
            long length = file.littleNumber(at + 4, 4);
            long left = file.length() - at - HEADER;
            if (length == UNKNOWN) {
                length = left;
            }
            if (length > left) {
                throw UnfitException.cutOff();
            }
            chunks.add(new RiffChunk(file.text(at, 4), at, length));
            at += HEADER + length + length % 2;
        }
        return chunks;
    }

    static Optional<RiffChunk> first(List<RiffChunk> chunks, String tag) {
        return chunks.stream().filter(chunk -> chunk.tag().equals(tag)).findFirst();
    }

    /** Turns metadata chunks into padding that readers skip. */
    static void scrub(OpenFile file) throws IOException {
        for (RiffChunk chunk : of(file)) {
            if (METADATA.contains(chunk.tag())) {
                file.put(chunk.start(), "JUNK");
                file.blank(chunk.body(), chunk.body() + chunk.length());
            }
            if (chunk.tag().equals("VP8X")) {
                dropFlags(file, chunk.body());
            }
        }
    }

    private static void dropFlags(OpenFile file, long at) throws IOException {
        int exifAndXmp = 0x0C;
        int flags = file.small(at, 1);
        if ((flags & exifAndXmp) != 0) {
            file.put(at, (byte) (flags & ~exifAndXmp));
        }
    }
}

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
    private static final int MOST_EXIF = 1 << 20;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;
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
        List<RiffChunk> chunks = of(file);
        int orientation = orientation(file, chunks);
        boolean turned = orientation != Orientation.UPRIGHT;
        for (RiffChunk chunk : chunks) {
            if (METADATA.contains(chunk.tag())) {
                file.put(chunk.start(), "JUNK");
                file.blank(chunk.body(), chunk.body() + chunk.length());
            }
            if (chunk.tag().equals("VP8X")) {
                int kept = file.small(chunk.body(), 1) & ~(EXIF_FLAG | XMP_FLAG);
                file.put(chunk.body(), (byte) (turned ? kept | EXIF_FLAG : kept));
            }
        }
        if (turned) {
            RiffChunk exif = first(chunks, "EXIF").orElseThrow();
            file.put(exif.start(), "EXIF");
            file.put(exif.body(), Orientation.alone(orientation));
        }
    }

    /** How a WEBP is to be turned. It cannot be drawn anew here, so that alone of its Exif data is kept. */
    static int orientation(OpenFile file, List<RiffChunk> chunks) throws IOException {
        Optional<RiffChunk> exif = first(chunks, "EXIF");
        if (exif.isEmpty() || exif.get().length() > MOST_EXIF) {
            return Orientation.UPRIGHT;
        }
        byte[] content = file.bytes(exif.get().body(), (int) exif.get().length());
        boolean preamble = content.length > 6 && content[0] == 'E' && content[1] == 'x';
        int orientation = Orientation.of(content, preamble ? 6 : 0);
        return content.length < Orientation.ALONE ? Orientation.UPRIGHT : orientation;
    }
}

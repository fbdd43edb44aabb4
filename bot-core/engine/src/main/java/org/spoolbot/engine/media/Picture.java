package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.List;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Measures pictures by their headers, without decoding them. */
final class Picture {
    private static final int END_OF_PNG = 12;
    private static final int OLD_BITMAP_HEADER = 12;
    private static final int START_OF_FRAME = 0xC0;
    private static final int START_OF_SCAN = 0xDA;

    private Picture() {}

    static Measured measurePng(OpenFile file) throws IOException {
        if (!file.text(12, 4).equals("IHDR")) {
            throw UnfitException.broken(MediaType.PNG);
        }
        if (!file.text(file.length() - END_OF_PNG + 4, 4).equals("IEND")) {
            throw UnfitException.cutOff();
        }
        return Measured.picture(MediaType.PNG, file.number(16, 4), file.number(20, 4));
    }

    static Measured measureGif(OpenFile file) throws IOException {
        return Measured.picture(MediaType.GIF, file.littleNumber(6, 2), file.littleNumber(8, 2));
    }

    static Measured measureBmp(OpenFile file) throws IOException {
        if (file.littleNumber(2, 4) > file.length()) {
            throw UnfitException.cutOff();
        }
        if (file.littleSmall(14, 4) == OLD_BITMAP_HEADER) {
            return Measured.picture(MediaType.BMP, file.littleNumber(18, 2), file.littleNumber(20, 2));
        }
        // A negative height says that the rows begin at the top.
        return Measured.picture(MediaType.BMP, file.littleSmall(18, 4), Math.abs((long) file.littleSmall(22, 4)));
    }

    static Measured measureWebp(OpenFile file) throws IOException {
        if (file.littleNumber(4, 4) + 8 > file.length()) {
            throw UnfitException.cutOff();
        }
        List<RiffChunk> chunks = RiffChunk.of(file);
        if (chunks.isEmpty()) {
            throw UnfitException.cutOff();
        }
        PixelSize coded = webpSize(file, chunks.getFirst());
        boolean sideways = Orientation.swapsSides(RiffChunk.orientation(file, chunks));
        return sideways
                ? Measured.picture(MediaType.WEBP, coded.height(), coded.width())
                : Measured.picture(MediaType.WEBP, coded.width(), coded.height());
    }

    private static PixelSize webpSize(OpenFile file, RiffChunk first) throws IOException {
        long at = first.body();
        return switch (first.tag()) {
            case "VP8X" -> Measured.size(MediaType.WEBP, file.littleNumber(at + 4, 3) + 1, file.littleNumber(at + 7, 3) + 1);
            case "VP8 " ->
                Measured.size(MediaType.WEBP, file.littleNumber(at + 6, 2) & 0x3FFF, file.littleNumber(at + 8, 2) & 0x3FFF);
            case "VP8L" -> lossless(file.littleNumber(at + 1, 4));
            default -> throw UnfitException.broken(MediaType.WEBP);
        };
    }

    private static PixelSize lossless(long bits) throws UnfitException {
        return Measured.size(MediaType.WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }

    static Measured measureJpeg(OpenFile file) throws IOException {
        long at = 2;
        while (true) {
            int marker = file.small(at, 2) & 0xFF;
            if (isStartOfFrame(marker)) {
                return Measured.picture(MediaType.JPEG, file.number(at + 7, 2), file.number(at + 5, 2));
            }
            if (file.small(at, 1) != 0xFF || marker == START_OF_SCAN) {
                throw UnfitException.broken(MediaType.JPEG);
            }
            // Fill bytes may stand before a marker.
            at += marker == 0xFF ? 1 : 2 + Math.max(2, file.number(at + 2, 2));
        }
    }

    private static boolean isStartOfFrame(int marker) {
        boolean otherTable = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return (marker & 0xF0) == START_OF_FRAME && !otherTable;
    }
}

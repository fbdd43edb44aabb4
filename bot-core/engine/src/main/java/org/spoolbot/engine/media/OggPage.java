package org.spoolbot.engine.media;

import java.io.IOException;

/** Pages of an OGG file and their checksum. */
final class OggPage {
    private static final int HEADER = 27;
    private static final int CHECKSUM = 22;
    private static final int POLYNOMIAL = 0x04C11DB7;

    private OggPage() {}

    /** Where the page that begins there ends. */
    static long end(OpenFile file, long page) throws IOException {
        if (!file.text(page, 4).equals("OggS")) {
            throw UnfitException.cutOff();
        }
        int segments = file.small(page + HEADER - 1, 1);
        long length = HEADER + segments;
        for (byte segment : file.bytes(page + HEADER, segments)) {
            length += segment & 0xFF;
        }
        return page + length;
    }

    /** Writes the checksum that fits the page's content. */
    static void seal(byte[] page) {
        for (int index = 0; index < 4; index++) {
            page[CHECKSUM + index] = 0;
        }
        int sum = 0;
        for (byte part : page) {
            sum ^= part << 24;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum << 1 ^ (sum < 0 ? POLYNOMIAL : 0);
            }
        }
        for (int index = 0; index < 4; index++) {
            page[CHECKSUM + index] = (byte) (sum >> index * Byte.SIZE);
        }
    }
}

package org.spoolbot.engine.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes tags out of MP3, FLAC and OGG files in place: they can name a place, and their cover pictures can too. */
final class SoundTags {
    private static final int ID3_HEADER = 10;
    private static final int OLD_ID3 = 128;
    private static final int FLAC_COMMENT = 4;
    private static final int FLAC_PICTURE = 6;
    private static final int FLAC_APPLICATION = 2;
    private static final byte FLAC_PADDING = 1;
    private static final int LAST_BLOCK = 0x80;
    private static final int MOST_BLOCKS = 10_000;

    private SoundTags() {}

    static void scrubMp3(OpenFile file) throws IOException {
        if (file.length() > ID3_HEADER && file.text(0, 3).equals("ID3")) {
            file.put(5, (byte) 0);
            file.blank(ID3_HEADER, ID3_HEADER + sevenBits(file));
        }
        long old = file.length() - OLD_ID3;
        if (old > 0 && file.text(old, 3).equals("TAG")) {
            file.blank(old + 3, file.length());
        }
    }

    static void scrubFlac(OpenFile file) throws IOException {
        long at = 4;
        boolean last = false;
        for (int block = 0; !last && block < MOST_BLOCKS; block++) {
            int head = file.small(at, 1);
            long length = file.number(at + 1, 3);
            last = (head & LAST_BLOCK) != 0;
            int type = head & ~LAST_BLOCK;
            if (type == FLAC_COMMENT || type == FLAC_PICTURE || type == FLAC_APPLICATION) {
                file.put(at, (byte) (head & LAST_BLOCK | FLAC_PADDING));
                file.blank(at + 4, at + 4 + length);
            }
            at += 4 + length;
        }
    }

    /** Overwrites the values of places in the comments, on the second page, and seals the page anew. */
    static void scrubOgg(OpenFile file) throws IOException {
        long page = OggPage.end(file, 0);
        long end = OggPage.end(file, page);
        byte[] content = file.bytes(page, (int) (end - page));
        String text = new String(content, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        boolean found = false;
        for (String name : new String[] {"LOCATION=", "GEO_LOCATION=", "GPSLATITUDE=", "GPSLONGITUDE="}) {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                found |= blankValue(content, at, at + name.length());
            }
        }
        if (found) {
            OggPage.seal(content);
            file.put(page, content);
        }
    }

    /** A comment is its length in four bytes, then its text. */
    private static boolean blankValue(byte[] content, int start, int value) {
        if (start < 4) {
            return false;
        }
        int length = content[start - 4] & 0xFF | (content[start - 3] & 0xFF) << 8 | (content[start - 2] & 0xFF) << 16;
        int end = Math.min(content.length, start + length);
        for (int at = value; at < end; at++) {
            content[at] = ' ';
        }
        return end > value;
    }

    private static long sevenBits(OpenFile file) throws IOException {
        long length = 0;
        for (byte part : file.bytes(6, 4)) {
            length = length << 7 | part & 0x7F;
        }
        return length;
    }
}

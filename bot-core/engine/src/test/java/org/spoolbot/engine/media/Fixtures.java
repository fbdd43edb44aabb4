package org.spoolbot.engine.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Small files made once with ffmpeg, and others built here byte by byte. */
final class Fixtures {
    /** The place that is written into the made files. */
    static final String PLACE = "+52.5200-013.4050";

    private Fixtures() {}

    static byte[] file(String name) throws IOException {
        try (InputStream content = Fixtures.class.getResourceAsStream("/media/" + name)) {
            if (content == null) {
                throw new IOException("no such file: " + name);
            }
            return content.readAllBytes();
        }
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Mono, 8 bits, 8000 samples a second, with a place in its list of facts. */
    static byte[] wav(int seconds) {
        byte[] place = bytes("INFOICMT\22\0\0\0" + PLACE + "/");
        byte[] head = wavHead(8000 * seconds, place.length);
        return concat(head, bytes("LIST"), little(place.length), place, bytes("data"), little(8000 * seconds), new byte[8000 * seconds]);
    }

    static byte[] wavHead(int dataLength, int listLength) {
        ByteBuffer head = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        head.put(bytes("RIFF")).putInt(28 + 8 + listLength + 8 + dataLength).put(bytes("WAVEfmt ")).putInt(16);
        head.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8);
        return head.array();
    }

    /** The picture of another WEBP, with Exif and XMP as a telephone adds them. */
    static byte[] webpWithExif(byte[] plain, int width, int height, int orientation) {
        byte[] coded = java.util.Arrays.copyOfRange(plain, 12, plain.length);
        byte[] exif = Pixels.exif(orientation);
        byte[] padding = new byte[exif.length % 2];
        byte[] canvas = {0x0C, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0};
        byte[] body = concat(
                bytes("WEBPVP8X"), little(10), canvas, coded,
                bytes("EXIF"), little(exif.length), exif, padding,
                bytes("XMP "), little(PLACE.length() + 1), bytes(PLACE + "/"));
        return concat(bytes("RIFF"), little(body.length), body);
    }

    /** A HEIC of no pixels, turned by a quarter, with an Exif item that lies in its data. */
    static byte[] heic(int width, int height) {
        byte[] exif = concat(new byte[4], Pixels.exif(1));
        byte[] picture = bytes("PICTURE!");
        byte[] type = box("ftyp", bytes("heic\0\0\0\0heicmif1"));
        int metaLength = meta(width, height, 0, picture.length, exif.length).length;
        int data = type.length + metaLength + 8;
        return concat(type, meta(width, height, data, picture.length, exif.length), box("mdat", concat(picture, exif)));
    }

    private static byte[] meta(int width, int height, int data, int pictureLength, int exifLength) {
        byte[] handler = box("hdlr", bytes("\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"));
        byte[] primary = box("pitm", bytes("\0\0\0\0\0\1"));
        byte[] names = box("iinf", concat(bytes("\0\0\0\0\0\2"), item(1, "hvc1"), item(2, "Exif")));
        byte[] size = box("ispe", concat(new byte[4], big(width), big(height)));
        byte[] turn = box("irot", new byte[] {1});
        byte[] links = box("ipma", bytes("\0\0\0\0\0\0\0\1\0\1\2\1\2"));
        byte[] properties = box("iprp", concat(box("ipco", concat(size, turn)), links));
        byte[] places = box("iloc", concat(
                bytes("\0\0\0\0\u0044\0\0\2"),
                bytes("\0\1\0\0\0\1"), big(data), big(pictureLength),
                bytes("\0\2\0\0\0\1"), big(data + pictureLength), big(exifLength)));
        return box("meta", concat(new byte[4], handler, primary, names, properties, places));
    }

    private static byte[] item(int id, String type) {
        return box("infe", concat(bytes("\2\0\0\0\0"), new byte[] {(byte) id}, bytes("\0\0" + type + "\0")));
    }

    static byte[] box(String type, byte[] content) {
        return concat(big(content.length + 8), bytes(type), content);
    }

    static byte[] big(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The same content with a text exchanged for another of the same length. */
    static byte[] exchanged(byte[] content, String before, String after, int nth) {
        byte[] copy = content.clone();
        int at = -1;
        for (int count = 0; count < nth; count++) {
            at = text(copy).indexOf(before, at + 1);
        }
        System.arraycopy(bytes(after), 0, copy, at, after.length());
        return copy;
    }
}

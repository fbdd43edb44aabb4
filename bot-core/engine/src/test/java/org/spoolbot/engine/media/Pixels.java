package org.spoolbot.engine.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures made for a test: the left half red, the right half blue, and what cameras add to them. */
final class Pixels {
    static final String PLACE = "52.5200N-13.4050E";

    private Pixels() {}

    static BufferedImage redLeftBlueRight(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(String format, int width, int height) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (!ImageIO.write(redLeftBlueRight(width, height), format, content)) {
            throw new IllegalArgumentException("no writer for " + format);
        }
        return content.toByteArray();
    }

    static byte[] jpeg(int width, int height) throws IOException {
        return encoded("jpeg", width, height);
    }

    static byte[] png(int width, int height) throws IOException {
        return encoded("png", width, height);
    }

    /** As a camera writes it: Exif with orientation and a place, XMP, a comment, and a second picture behind the first. */
    static byte[] cameraJpeg(int width, int height, int orientation) throws IOException {
        byte[] plain = jpeg(width, height);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(plain, 0, 2);
        segment(content, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation)));
        segment(content, 0xE1, ("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>").getBytes(StandardCharsets.ISO_8859_1));
        segment(content, 0xFE, PLACE.getBytes(StandardCharsets.ISO_8859_1));
        content.write(plain, 2, plain.length - 2);
        content.write(plain, 0, 2);
        segment(content, 0xE1, join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(1)));
        content.write(plain, 2, plain.length - 2);
        return content.toByteArray();
    }

    /** A TIFF block with an orientation, and a GPS directory that holds the place as text. */
    static byte[] exif(int orientation) {
        byte[] place = (PLACE + "\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer block = ByteBuffer.allocate(8 + 2 + 24 + 4 + 2 + 12 + 4 + place.length).order(ByteOrder.BIG_ENDIAN);
        block.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        block.putShort((short) 2);
        block.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        block.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        block.putInt(0);
        block.putShort((short) 1);
        block.putShort((short) 0x001B).putShort((short) 2).putInt(place.length).putInt(56);
        block.putInt(0);
        return block.put(place).array();
    }

    static byte[] withPngChunk(byte[] png, String type, byte[] content) {
        int afterHeader = 33;
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(content);
        chunk.putInt(content.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content).putInt((int) sum.getValue());
        return join(Arrays.copyOf(png, afterHeader), join(chunk.array(), Arrays.copyOfRange(png, afterHeader, png.length)));
    }

    static BufferedImage decoded(Path file) throws IOException {
        return ImageIO.read(file.toFile());
    }

    /** Whether a pixel is rather red than blue. */
    static boolean isRed(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    static boolean isBlue(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getBlue() > 150 && color.getRed() < 100;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void segment(ByteArrayOutputStream content, int marker, byte[] payload) {
        content.write(0xFF);
        content.write(marker);
        content.write(payload.length + 2 >> 8);
        content.write(payload.length + 2);
        content.writeBytes(payload);
    }
}

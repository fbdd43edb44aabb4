package org.spoolbot.providers.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files that really are what they say. */
final class SampleMedia {

    private SampleMedia() {}

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /** An index without pictures: enough for whoever only measures. */
    static byte[] video(int seconds, int width, int height) {
        byte[] header = box("mvhd", ByteBuffer.allocate(100).putInt(12, 1_000).putInt(16, seconds * 1_000).array());
        byte[] track = box("tkhd", ByteBuffer.allocate(84).putInt(76, width << 16).putInt(80, height << 16).array());
        byte[] type = box("ftyp", "isom\0\0\2\0isomiso2".getBytes(StandardCharsets.ISO_8859_1));
        return joined(type, box("moov", joined(header, box("trak", track))));
    }

    private static byte[] box(String type, byte[] content) {
        ByteBuffer box = ByteBuffer.allocate(8 + content.length).putInt(8 + content.length);
        return box.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content).array();
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }
}

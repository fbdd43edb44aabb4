package org.spoolbot.discord.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.spoolbot.api.media.MediaFile;

/** Small copies of pictures: a card is drawn again at every choice, and a member's photograph has many megabytes. Thread-safe. */
final class Thumbnails {
    private static final int EDGE = 320;
    private static final int MOST_KEPT = 100;

    private final Map<String, Optional<byte[]>> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<byte[]>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** A JPEG; empty if the picture cannot be read here. */
    synchronized Optional<byte[]> of(MediaFile picture) {
        return kept.computeIfAbsent(picture.info().sha256(), _ -> shrunk(picture));
    }

    private static Optional<byte[]> shrunk(MediaFile picture) {
        try (ImageInputStream input = ImageIO.createImageInputStream(picture.path().toFile())) {
            if (input == null) {
                return Optional.empty();
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? Optional.of(shrunk(readers.next(), input)) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            // Readers throw what they like at odd pictures, and a card without one is still a card.
            return Optional.empty();
        }
    }

    private static byte[] shrunk(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            reader.setInput(input, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            ImageReadParam skipping = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * EDGE));
            skipping.setSourceSubsampling(step, step, 0, 0);
            return jpeg(reader.read(0, skipping));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        double scale = Math.min(1, EDGE / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", bytes);
        return bytes.toByteArray();
    }
}

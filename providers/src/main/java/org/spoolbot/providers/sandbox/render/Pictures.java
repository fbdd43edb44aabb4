package org.spoolbot.providers.sandbox.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Reads pictures no larger than they are needed, so that a huge one costs no huge memory. */
public final class Pictures {

    private Pictures() {}

    /**
     * Width and height of a picture, from its header alone.
     *
     * @param file the picture
     * @return its size, or nothing where no reader knows the format
     * @throws IOException if the file is damaged
     */
    public static Optional<ClipPlan.FrameSize> size(Path file) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(input);
            if (reader == null) {
                return Optional.empty();
            }
            try {
                reader.setInput(input, true, true);
                return Optional.of(new ClipPlan.FrameSize(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    /**
     * Reads a picture so that it fills the given size, cut at the longer side.
     *
     * @param file the picture
     * @param width pixels across
     * @param height pixels down
     * @return the picture, exactly that size
     * @throws IOException if the file cannot be read as a picture
     */
    public static BufferedImage cover(Path file, int width, int height) throws IOException {
        BufferedImage source = read(file, width, height);
        double scale = Math.max((double) width / source.getWidth(), (double) height / source.getHeight());
        int drawnWidth = (int) Math.ceil(source.getWidth() * scale);
        int drawnHeight = (int) Math.ceil(source.getHeight() * scale);
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(source, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }

    private static BufferedImage read(Path file, int width, int height) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(input);
            if (reader == null) {
                throw new IOException("not a picture that can be read");
            }
            try {
                reader.setInput(input, true, true);
                ImageReadParam reading = reader.getDefaultReadParam();
                int step = Math.max(1, Math.min(reader.getWidth(0) / (width * 2), reader.getHeight(0) / (height * 2)));
                reading.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, reading);
            } catch (RuntimeException e) {
                throw new IOException("damaged picture", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream input) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        return readers.hasNext() ? readers.next() : null;
    }
}

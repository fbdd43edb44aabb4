package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Decodes and draws pictures anew, one at a time, because each can need a hundred megabytes. */
final class Darkroom {
    /** Of a larger picture only every second or third pixel is read. */
    private static final long MOST_PIXELS_IN_MEMORY = 24_000_000;

    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Inject
    Darkroom() {}

    /** Whether pictures of that type can be decoded here. */
    static boolean reads(MediaType type) {
        return switch (type) {
            case JPEG, PNG, GIF, BMP, TIFF -> true;
            case WEBP, HEIC, AVIF, MP4, MOV, WEBM, WAV, MP3, M4A, OGG, FLAC -> false;
        };
    }

    static Measured measure(Path path, MediaType type) throws IOException {
        return withReader(new Negative(path, type, Orientation.UPRIGHT), reader ->
                Measured.picture(type, reader.getWidth(0), reader.getHeight(0)));
    }

    /** Draws a picture upright, at a size if one is wanted, into a file. */
    void redraw(Negative from, Print to) throws IOException {
        oneAtATime.lock();
        try {
            BufferedImage upright = turned(withReader(from, Darkroom::decode), from.orientation());
            PixelSize size = to.size().orElse(new PixelSize(upright.getWidth(), upright.getHeight()));
            encode(sized(upright, size, to.type()), to);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static <T> T withReader(Negative from, Reading<T> reading) throws IOException {
        try (ImageInputStream content = ImageIO.createImageInputStream(from.path().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(from.type().mimeType());
            if (content == null || !readers.hasNext()) {
                throw UnfitException.broken(from.type());
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content);
                return reading.from(reader);
            } finally {
                reader.dispose();
            }
        } catch (UnfitException unfit) {
            throw unfit;
        } catch (IOException | RuntimeException | OutOfMemoryError undecodable) {
            // A few bytes in a TIFF can ask a decoder for gigabytes at once.
            throw UnfitException.broken(from.type());
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        long area = (long) reader.getWidth(0) * reader.getHeight(0);
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) area / MOST_PIXELS_IN_MEMORY));
        parameters.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage turned(BufferedImage image, int orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return image;
        }
        boolean swaps = Orientation.swapsSides(orientation);
        int width = swaps ? image.getHeight() : image.getWidth();
        int height = swaps ? image.getWidth() : image.getHeight();
        BufferedImage turned = canvas(width, height, image.getColorModel().hasAlpha());
        paint(turned, image, Orientation.turn(orientation, image.getWidth(), image.getHeight()));
        return turned;
    }

    /** Halves first, because one big step down would skip pixels. */
    private static BufferedImage sized(BufferedImage image, PixelSize size, MediaType type) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * size.width() && current.getHeight() >= 2 * size.height()) {
            current = scaled(current, new PixelSize((current.getWidth() + 1) / 2, (current.getHeight() + 1) / 2), type);
        }
        return scaled(current, size, type);
    }

    private static BufferedImage scaled(BufferedImage image, PixelSize size, MediaType type) {
        boolean plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR;
        if (plain && image.getWidth() == size.width() && image.getHeight() == size.height()) {
            return image;
        }
        boolean transparent = type != MediaType.JPEG && image.getColorModel().hasAlpha();
        BufferedImage target = canvas(size.width(), size.height(), transparent);
        double across = (double) size.width() / image.getWidth();
        double down = (double) size.height() / image.getHeight();
        paint(target, image, AffineTransform.getScaleInstance(across, down));
        return target;
    }

    private static BufferedImage canvas(int width, int height, boolean transparent) {
        return new BufferedImage(width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
    }

    private static void paint(BufferedImage target, BufferedImage image, AffineTransform transform) {
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            if (!target.getColorModel().hasAlpha()) {
                graphics.setColor(Color.WHITE);
                graphics.fillRect(0, 0, target.getWidth(), target.getHeight());
            }
            graphics.drawImage(image, transform, null);
        } finally {
            graphics.dispose();
        }
    }

    private static void encode(BufferedImage image, Print to) throws IOException {
        Files.deleteIfExists(to.path());
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(to.type().mimeType()).next();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(to.path().toFile())) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (to.type() == MediaType.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality((float) to.quality());
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    /** A picture to be read. */
    record Negative(Path path, MediaType type, int orientation) {}

    /**
     * A picture to be written.
     *
     * @param type JPEG or PNG
     * @param size empty to keep it
     * @param quality of a JPEG, up to 1
     */
    record Print(Path path, MediaType type, Optional<PixelSize> size, double quality) {
        /** So good that nobody sees a difference. */
        static final double FINE = 0.95;
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }
}

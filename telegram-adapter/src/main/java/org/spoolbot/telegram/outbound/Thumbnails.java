package org.spoolbot.telegram.outbound;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.telegram.shelf.RecentlyUsed;

/**
 * Posters made small enough: a JPEG of at most 320 pixels and 200 kB (https://core.telegram.org/bots/api#sendvideo). Nothing is drawn, so
 * that neither a screen nor a font is needed, and little is held in memory, however large the poster is.
 */
final class Thumbnails {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int MOST_PIXELS = 320;
    private static final int ALONE_PIXELS = 640;
    private static final int MOST_KEPT = 100;
    private static final long MOST_BYTES = 200_000;
    private static final int MOST_SIDE = 20_000;

    private final Supplier<Path> folder;
    private final AtomicBoolean swept = new AtomicBoolean();
    /** A photograph is read once, and not again with each one that joins it. */
    private final Map<String, byte[]> small = new RecentlyUsed<>(MOST_KEPT);

    Thumbnails(Supplier<Path> folder) {
        this.folder = folder;
    }

    /** The small picture of a poster, in a file that is the caller's to delete; none if it cannot be made. */
    Optional<Path> of(MediaFile poster) {
        return made(() -> read(poster.path(), MOST_PIXELS), MOST_BYTES);
    }

    /** Small pictures of all in one, likewise; none if not one of them can be read. */
    Optional<Path> sheet(List<MediaFile> pictures) {
        int pixels = pictures.size() == 1 ? ALONE_PIXELS : MOST_PIXELS;
        List<Optional<BufferedImage>> small = pictures.stream().map(picture -> readable(picture, pixels)).toList();
        boolean nothing = !pictures.isEmpty() && small.stream().allMatch(Optional::isEmpty);
        return nothing ? Optional.empty() : made(() -> Sheet.of(small, MOST_PIXELS), Long.MAX_VALUE);
    }

    private Optional<BufferedImage> readable(MediaFile picture, int pixels) {
        try {
            String key = picture.info().sha256() + " " + pixels;
            byte[] known = known(key);
            if (known.length > 0) {
                return Optional.of(ImageIO.read(new ByteArrayInputStream(known)));
            }
            BufferedImage small = read(picture.path(), pixels);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(small, "jpg", bytes);
            keep(key, bytes.toByteArray());
            return Optional.of(small);
        } catch (IOException | RuntimeException | LinkageError odd) {
            LOG.debug("a picture cannot be read here: {}", odd.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private synchronized byte[] known(String key) {
        return small.getOrDefault(key, new byte[0]);
    }

    private synchronized void keep(String key, byte[] jpeg) {
        small.put(key, jpeg);
    }

    /** How a picture comes about. */
    private interface Making {
        BufferedImage image() throws IOException;
    }

    private Optional<Path> made(Making making, long mostBytes) {
        try {
            Path place = Files.createDirectories(folder.get().resolve("thumbnails"));
            sweep(place);
            Path made = Files.createTempFile(place, "thumbnail", ".jpg");
            if (ImageIO.write(making.image(), "jpg", made.toFile()) && Files.size(made) <= mostBytes) {
                return Optional.of(made);
            }
            Files.deleteIfExists(made);
            return Optional.empty();
        } catch (IOException | RuntimeException | LinkageError broken) {
            LOG.warn("a thumbnail could not be made: {}", broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    static void discard(Path thumbnail) {
        try {
            Files.deleteIfExists(thumbnail);
        } catch (IOException left) {
            LOG.debug("a thumbnail is left for the next start to sweep: {}", left.getClass().getSimpleName());
        }
    }

    /** What a crash left. */
    private void sweep(Path place) throws IOException {
        if (!swept.compareAndSet(false, true)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, "thumbnail*.jpg")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static BufferedImage read(Path poster, int pixels) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(poster.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("the poster is no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return small(reader, pixels);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Reads every n-th pixel where the poster is far too large, and takes the mean of what is left. */
    private static BufferedImage small(ImageReader reader, int pixels) throws IOException {
        int side = Math.max(reader.getWidth(0), reader.getHeight(0));
        if (side > MOST_SIDE) {
            throw new IOException("the poster is too large");
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = Math.max(1, side / (2 * pixels));
        every.setSourceSubsampling(step, step, 0, 0);
        return scaled(reader.read(0, every), pixels);
    }

    private static BufferedImage scaled(BufferedImage large, int pixels) {
        double scale = Math.min(1.0, (double) pixels / Math.max(large.getWidth(), large.getHeight()));
        int width = Math.max(1, (int) Math.round(large.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(large.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, mean(large, new Box(x, y, x + 1, y + 1, width, height)));
            }
        }
        return small;
    }

    /** A part of a picture of that size. */
    private record Box(int left, int top, int right, int bottom, int width, int height) {}

    private static int mean(BufferedImage large, Box box) {
        int left = box.left() * large.getWidth() / box.width();
        int top = box.top() * large.getHeight() / box.height();
        int right = Math.max(left + 1, box.right() * large.getWidth() / box.width());
        int bottom = Math.max(top + 1, box.bottom() * large.getHeight() / box.height());
        int count = (right - left) * (bottom - top);
        int[] sums = new int[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int colour = large.getRGB(x, y);
                sums[0] += colour >> 16 & 0xFF;
                sums[1] += colour >> 8 & 0xFF;
                sums[2] += colour & 0xFF;
            }
        }
        return sums[0] / count << 16 | sums[1] / count << 8 | sums[2] / count;
    }
}

package org.spoolbot.telegram.outbound;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.spoolbot.api.media.MediaFile;

/** Posters made small enough: a JPEG of at most 320 pixels and 200 kB (https://core.telegram.org/bots/api#sendvideo). */
final class Thumbnails {
    private static final int MOST_PIXELS = 320;
    private static final long MOST_BYTES = 200_000;

    private final Supplier<Path> folder;
    private final Logger log;

    Thumbnails(Supplier<Path> folder, Logger log) {
        this.folder = folder;
        this.log = log;
    }

    /** The small picture of a poster; none if it cannot be made. */
    Optional<File> of(MediaFile poster) {
        try {
            Path place = Files.createDirectories(folder.get().resolve("thumbnails"));
            Path made = place.resolve(poster.info().sha256() + ".jpg");
            if (!Files.exists(made)) {
                make(poster.path(), made);
            }
            return Files.size(made) <= MOST_BYTES ? Optional.of(made.toFile()) : Optional.empty();
        } catch (IOException | UncheckedIOException broken) {
            log.warn("a thumbnail could not be made: {}", broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static void make(Path poster, Path target) throws IOException {
        BufferedImage large = ImageIO.read(poster.toFile());
        if (large == null) {
            throw new IOException("the poster is no picture");
        }
        double scale = Math.min(1.0, (double) MOST_PIXELS / Math.max(large.getWidth(), large.getHeight()));
        int width = Math.max(1, (int) Math.round(large.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(large.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(large, 0, 0, width, height, null);
        pen.dispose();
        Path half = Files.createTempFile(target.getParent(), "half", ".jpg");
        ImageIO.write(small, "jpg", half.toFile());
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

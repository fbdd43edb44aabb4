package org.spoolbot.telegram.fake;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Looks at pictures, and makes the smaller sizes that Telegram offers beside the whole one. */
final class Photos {
    static final int[] SMALLER = {90, 320};
    private static final long MOST_SCALED = 2 << 20;

    private Photos() {}

    record Look(String format, int width, int height) {}

    /** Format and size from the head of the file, empty where it is no picture. */
    static Optional<Look> look(Path path) {
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            Look look = new Look(reader.getFormatName(), reader.getWidth(0), reader.getHeight(0));
            reader.dispose();
            return Optional.of(look);
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** Writes the picture with this longer side. Large files stay unscaled: this process may be measured. */
    static Optional<Look> scale(Path from, int longerSide, Path to) throws IOException {
        if (Files.size(from) > MOST_SCALED) {
            return Optional.empty();
        }
        BufferedImage picture = ImageIO.read(from.toFile());
        int longer = picture == null ? 0 : Math.max(picture.getWidth(), picture.getHeight());
        if (longer <= longerSide) {
            return Optional.empty();
        }
        int width = Math.max(1, picture.getWidth() * longerSide / longer);
        int height = Math.max(1, picture.getHeight() * longerSide / longer);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(picture, 0, 0, width, height, null);
        brush.dispose();
        ImageIO.write(small, "jpeg", to.toFile());
        return Optional.of(new Look("JPEG", width, height));
    }
}

package org.spoolbot.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Files that members hand in. */
final class Samples {
    private Samples() {}

    /** A picture of a coloured sky; each seed gives another. */
    static Path picture(Path folder, String name, int width, int height, int seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        Color top = Color.getHSBColor(seed * 0.17f, 0.7f, 0.9f);
        paint.setPaint(new GradientPaint(0, 0, top, 0, height, Color.WHITE));
        paint.fillRect(0, 0, width, height);
        paint.setColor(Color.getHSBColor(seed * 0.31f + 0.5f, 0.9f, 0.6f));
        paint.fillOval(width / 4, height / 4, width / 2, height / 2);
        paint.dispose();
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}

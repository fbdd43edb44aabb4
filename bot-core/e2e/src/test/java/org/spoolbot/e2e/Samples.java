package org.spoolbot.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

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

    /** Silence of that many seconds. */
    static Path silence(Path folder, String name, int seconds) throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] samples = new byte[8_000 * 2 * seconds];
        Path file = folder.resolve(name);
        try (AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize())) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}

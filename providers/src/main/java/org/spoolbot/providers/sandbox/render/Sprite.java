package org.spoolbot.providers.sandbox.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.function.Consumer;

/** A picture drawn once with transparency and laid over many frames, touching only the pixels it covers. */
final class Sprite {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final int[] from;
    private final int[] to;

    private Sprite(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        from = new int[height];
        to = new int[height];
        for (int row = 0; row < height; row++) {
            measure(row);
        }
    }

    static Sprite draw(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return new Sprite(image);
    }

    private void measure(int row) {
        int start = row * width;
        int left = 0;
        while (left < width && pixels[start + left] == 0) {
            left++;
        }
        int right = width;
        while (right > left && pixels[start + right - 1] == 0) {
            right--;
        }
        from[row] = left;
        to[row] = right;
    }

    /** Lays the sprite over the canvas; {@code strength} of 256 is fully there. */
    void layOver(Canvas canvas, int left, int top, int strength) {
        int firstRow = Math.max(0, -top);
        int lastRow = Math.min(height, canvas.height() - top);
        for (int row = firstRow; row < lastRow; row++) {
            int begin = Math.max(from[row], -left);
            int end = Math.min(to[row], canvas.width() - left);
            int target = (top + row) * canvas.width() + left;
            for (int column = begin; column < end; column++) {
                int above = pixels[row * width + column];
                if (above != 0) {
                    canvas.pixels()[target + column] = Blend.over(canvas.pixels()[target + column], above, strength);
                }
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isBlank() {
        return Arrays.stream(pixels).allMatch(pixel -> pixel == 0);
    }
}

package org.spoolbot.providers.sandbox.render;

import java.util.Arrays;
import java.util.Random;

/** Gradient, sun with its glow, and stars. */
final class Sky {

    private static final int GLOW_STEPS = 2048;

    private final Palette palette;
    private final int width;
    private final int height;
    private final double radius;
    private final int[] glow = new int[GLOW_STEPS + 1];
    private final int[] stars;
    private final int[] twinkle;

    Sky(Palette palette, ClipPlan.FrameSize size, Random random) {
        this.palette = palette;
        width = size.width();
        height = size.height();
        radius = size.shorterSide() * 0.085;
        for (int step = 0; step <= GLOW_STEPS; step++) {
            double distance = Math.sqrt((double) step / GLOW_STEPS);
            glow[step] = (int) (150 * Math.pow(1 - distance, 2.4));
        }
        int count = palette.starry() ? width * height / 3500 : 0;
        stars = random.ints(count, 0, width * height / 2).toArray();
        twinkle = random.ints(count, 0, 628).toArray();
    }

    void paint(Canvas canvas, double time, double progress) {
        int[] pixels = canvas.pixels();
        for (int row = 0; row < height; row++) {
            int start = row * width;
            Arrays.fill(pixels, start, start + width, colourAt(row, progress));
        }
        for (int index = 0; index < stars.length; index++) {
            double strength = 0.35 + 0.3 * Math.sin(time * 2.2 + twinkle[index] / 100.0);
            double fade = 1 - 2.0 * stars[index] / ((double) width * height);
            pixels[stars[index]] = Blend.mix(pixels[stars[index]], 0xFFFFFF, strength * fade);
        }
        double sunX = width * (0.68 + 0.05 * progress);
        double sunY = height * (0.50 - 0.13 * Blend.smooth(progress));
        paintGlow(canvas, sunX, sunY);
        paintDisk(canvas, sunX, sunY);
    }

    private int colourAt(int row, double progress) {
        double depth = Math.min(1, row / (height * 0.66)) + 0.06 * progress;
        if (depth < 0.55) {
            return Blend.mix(palette.zenith(), palette.middle(), depth / 0.55);
        }
        return Blend.mix(palette.middle(), palette.horizon(), (depth - 0.55) / 0.45);
    }

    private void paintGlow(Canvas canvas, double sunX, double sunY) {
        double reach = radius * 6.5;
        double scale = GLOW_STEPS / (reach * reach);
        int bottom = (int) Math.min(height, sunY + reach);
        int right = (int) Math.min(width, sunX + reach);
        for (int row = (int) Math.max(0, sunY - reach); row < bottom; row++) {
            double squaredRow = (row - sunY) * (row - sunY);
            for (int column = (int) Math.max(0, sunX - reach); column < right; column++) {
                double squared = squaredRow + (column - sunX) * (column - sunX);
                int weight = glow[(int) Math.min(GLOW_STEPS, squared * scale)];
                int index = row * width + column;
                canvas.pixels()[index] = Blend.mix(canvas.pixels()[index], palette.light(), weight);
            }
        }
    }

    private void paintDisk(Canvas canvas, double sunX, double sunY) {
        int bottom = (int) Math.min(height, sunY + radius + 2);
        int right = (int) Math.min(width, sunX + radius + 2);
        for (int row = (int) Math.max(0, sunY - radius - 1); row < bottom; row++) {
            for (int column = (int) Math.max(0, sunX - radius - 1); column < right; column++) {
                double edge = radius - Math.hypot(column - sunX, row - sunY);
                int index = row * width + column;
                canvas.pixels()[index] = Blend.mix(canvas.pixels()[index], palette.light(), edge + 0.5);
            }
        }
    }
}

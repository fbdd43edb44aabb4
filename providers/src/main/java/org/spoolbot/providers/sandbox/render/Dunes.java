package org.spoolbot.providers.sandbox.render;

import java.util.Random;

/** Five ranges of hills that pass by, the nearer the faster. */
final class Dunes {

    private static final int RANGES = 5;

    private final int width;
    private final int height;
    private final int[][] shades = new int[RANGES][];
    private final double[][] shape = new double[RANGES][];

    Dunes(Palette palette, ClipPlan.FrameSize size, Random random) {
        width = size.width();
        height = size.height();
        for (int range = 0; range < RANGES; range++) {
            double nearness = range / (RANGES - 1.0);
            int body = Blend.mix(palette.far(), palette.near(), Math.pow(nearness, 0.8));
            int crest = Blend.mix(body, palette.light(), 0.30 * (1 - nearness) + 0.10);
            shades[range] = gradient(crest, body, (int) (height * (0.10 + 0.12 * nearness)));
            shape[range] = random.doubles(3, 0, 6.28).toArray();
        }
    }

    private static int[] gradient(int crest, int body, int steps) {
        int[] colours = new int[Math.max(2, steps)];
        for (int step = 0; step < colours.length; step++) {
            colours[step] = Blend.mix(crest, body, Math.sqrt(step / (colours.length - 1.0)));
        }
        return colours;
    }

    void paint(Canvas canvas, double time) {
        double[][] crests = new double[RANGES][];
        for (int range = 0; range < RANGES; range++) {
            crests[range] = crest(range, time);
        }
        for (int range = 0; range < RANGES; range++) {
            int end = range + 1 < RANGES ? lowest(crests[range + 1]) : height;
            fill(canvas, crests[range], shades[range], Math.min(height, end));
        }
    }

    private double[] crest(int range, double time) {
        double nearness = range / (RANGES - 1.0);
        double base = height * (0.58 + 0.32 * nearness * nearness + 0.02 * range);
        double swing = height * (0.055 + 0.015 * nearness);
        double travel = time * (0.015 + 0.11 * nearness * nearness);
        double stretch = height * (0.9 + 0.9 * nearness);
        double[] crest = new double[width];
        for (int column = 0; column < width; column++) {
            double place = column / stretch + travel;
            double wave = Math.sin(place * 3.1 + shape[range][0]) + 0.5 * Math.sin(place * 6.7 + shape[range][1]);
            double ridge = 1 - Math.abs(Math.sin(place * 4.3 + shape[range][2]));
            crest[column] = base - swing * (wave * 0.6 + ridge * (1.1 - nearness));
        }
        return crest;
    }

    private static int lowest(double[] crest) {
        double lowest = 0;
        for (double value : crest) {
            lowest = Math.max(lowest, value);
        }
        return (int) lowest + 2;
    }

    private void fill(Canvas canvas, double[] crest, int[] shade, int end) {
        int[] tops = new int[width];
        int highest = height;
        for (int column = 0; column < width; column++) {
            tops[column] = (int) Math.floor(crest[column]);
            highest = Math.min(highest, tops[column]);
        }
        for (int row = Math.max(0, highest); row < end; row++) {
            for (int column = 0; column < width; column++) {
                int depth = row - tops[column];
                int index = row * width + column;
                if (depth > 0) {
                    canvas.pixels()[index] = shade[Math.min(depth, shade.length - 1)];
                } else if (depth == 0) {
                    double cover = tops[column] + 1 - crest[column];
                    canvas.pixels()[index] = Blend.mix(canvas.pixels()[index], shade[0], cover);
                }
            }
        }
    }
}

package org.spoolbot.providers.sandbox.render;

import java.util.Random;

/** Specks of light that drift upwards. */
final class Motes {

    private static final int COUNT = 26;

    private final ClipPlan.FrameSize size;
    private final int colour;
    private final double[] place = new double[COUNT];
    private final double[] phase = new double[COUNT];
    private final double[] speed = new double[COUNT];

    Motes(int colour, ClipPlan.FrameSize size, Random random) {
        this.size = size;
        this.colour = colour;
        for (int mote = 0; mote < COUNT; mote++) {
            place[mote] = random.nextDouble();
            phase[mote] = random.nextDouble();
            speed[mote] = 0.03 + 0.05 * random.nextDouble();
        }
    }

    void paint(Canvas canvas, double time) {
        double radius = Math.max(1.4, size.shorterSide() * 0.0042);
        for (int mote = 0; mote < COUNT; mote++) {
            double rise = (phase[mote] + time * speed[mote]) % 1;
            double sway = 0.012 * Math.sin(time * 1.3 + mote);
            double strength = 0.75 * Math.sin(Math.PI * rise);
            spot(canvas, (place[mote] + sway) * size.width(), size.height() * (1 - 0.75 * rise), radius, strength);
        }
    }

    private void spot(Canvas canvas, double centreX, double centreY, double radius, double strength) {
        int bottom = (int) Math.min(canvas.height() - 1, centreY + radius + 1);
        int right = (int) Math.min(canvas.width() - 1, centreX + radius + 1);
        for (int row = (int) Math.max(0, centreY - radius); row <= bottom; row++) {
            for (int column = (int) Math.max(0, centreX - radius); column <= right; column++) {
                double edge = radius - Math.hypot(column - centreX, row - centreY);
                int index = row * canvas.width() + column;
                canvas.pixels()[index] = Blend.mix(canvas.pixels()[index], colour, Math.clamp(edge + 0.5, 0, 1) * strength);
            }
        }
    }
}

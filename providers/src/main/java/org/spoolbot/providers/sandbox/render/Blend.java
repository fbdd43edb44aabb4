package org.spoolbot.providers.sandbox.render;

/** Arithmetic on packed RGB pixels. */
final class Blend {

    private Blend() {}

    /** The colour {@code weight}/256 of the way from one to the other. */
    static int mix(int from, int to, int weight) {
        int rest = 256 - weight;
        int redBlue = ((from & 0xFF00FF) * rest + (to & 0xFF00FF) * weight) >>> 8;
        int green = ((from & 0x00FF00) * rest + (to & 0x00FF00) * weight) >>> 8;
        return (redBlue & 0xFF00FF) | (green & 0x00FF00);
    }

    static int mix(int from, int to, double weight) {
        return mix(from, to, (int) Math.round(Math.clamp(weight, 0, 1) * 256));
    }

    /** Lays a premultiplied ARGB pixel over an opaque one. */
    static int over(int below, int above, int strength) {
        int alpha = (above >>> 24) * strength >> 8;
        if (alpha == 0) {
            return below;
        }
        int rest = 256 - alpha - (alpha >> 7);
        int redBlue = (((above & 0xFF00FF) * strength >>> 8) & 0xFF00FF) + (((below & 0xFF00FF) * rest >>> 8) & 0xFF00FF);
        int green = (((above & 0x00FF00) * strength >>> 8) & 0x00FF00) + (((below & 0x00FF00) * rest >>> 8) & 0x00FF00);
        return Math.min(redBlue & 0x1FF0000, 0xFF0000) | Math.min(redBlue & 0x1FF, 0xFF) | Math.min(green, 0x00FF00);
    }

    static double smooth(double position) {
        double inside = Math.clamp(position, 0, 1);
        return inside * inside * (3 - 2 * inside);
    }
}

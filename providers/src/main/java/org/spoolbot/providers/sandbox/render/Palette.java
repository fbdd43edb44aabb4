package org.spoolbot.providers.sandbox.render;

import java.util.List;

/**
 * The colours of one landscape.
 *
 * @param zenith top of the sky
 * @param middle middle of the sky
 * @param horizon sky above the hills
 * @param light sun or moon
 * @param far the hills furthest away
 * @param near the hills in front
 * @param accent marks and highlighted words
 * @param starry whether stars are out
 */
record Palette(int zenith, int middle, int horizon, int light, int far, int near, int accent, boolean starry) {

    private static final List<Palette> ALL = List.of(
            new Palette(0x1B1A4B, 0x7A3B82, 0xFFA36B, 0xFFE3A8, 0xB4597A, 0x1D1233, 0xFFC46B, true),
            new Palette(0x2B6CB0, 0x7FC1E8, 0xFFE9C9, 0xFFF6DD, 0x8FB3C9, 0x1F3A3D, 0xFFD76A, false),
            new Palette(0x070B24, 0x12335F, 0x2F8C93, 0xE9F3FF, 0x1F5F78, 0x050A1C, 0x6FE3D6, true),
            new Palette(0x3A0F3D, 0xC2355B, 0xFFB75E, 0xFFF0B8, 0xD1603D, 0x2A0E1B, 0xFFD36E, false),
            new Palette(0x0E2A3B, 0x2F7F79, 0xF4D58D, 0xFFF3CF, 0x5E9C84, 0x0C1F22, 0xF6C667, false),
            new Palette(0x161032, 0x4B3F9E, 0xE58BB4, 0xFFD9EC, 0x7D63B8, 0x120A26, 0xFF9FC9, true));

    static Palette chosenBy(long seed) {
        return ALL.get((int) Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 20, (long) ALL.size()));
    }
}

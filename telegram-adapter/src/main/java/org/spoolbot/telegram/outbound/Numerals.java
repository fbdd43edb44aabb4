package org.spoolbot.telegram.outbound;

import java.awt.image.BufferedImage;
import java.util.List;

/** Writes a number into a corner of a picture, from a raster of its own: not every machine has a font. Pure. */
final class Numerals {
    private static final int PAPER = 0x202020;
    private static final int INK = 0xFFFFFF;
    private static final int DOT = 4;
    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;

    /** Of 0 to 9, row by row. */
    private static final List<String> DIGITS = List.of(
            ".###.#...##..###.#.###..##...#.###.",
            "..#...##....#....#....#....#...###.",
            ".###.#...#....#...#...#...#...#####",
            "#####...#...#.....#.....##...#.###.",
            "...#...##..#.#.#..#.#####...#....#.",
            "######....####.....#....##...#.###.",
            "..##..#...#....####.#...##...#.###.",
            "#####....#...#...#...#....#....#...",
            ".###.#...##...#.###.#...##...#.###.",
            ".###.#...##...#.####....#...#..##..");

    private Numerals() {}

    static void write(BufferedImage picture, int number, int left, int top) {
        String digits = Integer.toString(number);
        int step = WIDTH + 1;
        fill(picture, PAPER, left, top, (digits.length() * step + 1) * DOT, (HEIGHT + 2) * DOT);
        for (int place = 0; place < digits.length(); place++) {
            String raster = DIGITS.get(digits.charAt(place) - '0');
            for (int dot = 0; dot < raster.length(); dot++) {
                if (raster.charAt(dot) == '#') {
                    int column = 1 + place * step + dot % WIDTH;
                    int row = 1 + dot / WIDTH;
                    fill(picture, INK, left + column * DOT, top + row * DOT, DOT, DOT);
                }
            }
        }
    }

    static void fill(BufferedImage picture, int colour, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }
}

package org.spoolbot.telegram.outbound;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Small pictures side by side in one, each with its number. Needs neither a screen nor a font. Pure. */
final class Sheet {
    private static final int GROUND = 0xE8E8E8;
    private static final int BARE_HEIGHT = 32;

    private Sheet() {}

    /**
     * As near to a square as it gets, each in the middle of its cell, with the number by which words call it; a bare strip without any.
     *
     * @param pictures empty where one cannot be read: its place stays, so that the numbers are right
     */
    static BufferedImage of(List<Optional<BufferedImage>> pictures, int cell) {
        if (pictures.isEmpty()) {
            return ground(cell, BARE_HEIGHT);
        }
        if (pictures.size() == 1) {
            return pictures.getFirst().orElseGet(() -> ground(cell, BARE_HEIGHT));
        }
        int columns = (int) Math.ceil(Math.sqrt(pictures.size()));
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = ground(columns * cell, rows * cell);
        for (int place = 0; place < pictures.size(); place++) {
            int left = place % columns * cell;
            int top = place / columns * cell;
            pictures.get(place)
                    .ifPresent(small -> put(sheet, small, left + (cell - small.getWidth()) / 2, top + (cell - small.getHeight()) / 2));
            Numerals.write(sheet, place + 1, left, top);
        }
        return sheet;
    }

    private static BufferedImage ground(int width, int height) {
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Numerals.fill(ground, GROUND, 0, 0, width, height);
        return ground;
    }

    private static void put(BufferedImage sheet, BufferedImage picture, int left, int top) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        sheet.setRGB(left, top, picture.getWidth(), picture.getHeight(), pixels, 0, picture.getWidth());
    }
}

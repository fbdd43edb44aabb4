package org.spoolbot.telegram.outbound;

import java.awt.image.BufferedImage;
import java.util.List;

/** Small pictures side by side in one. Nothing is drawn, so that no screen is needed. Pure. */
final class Sheet {
    private static final int GROUND = 0xE8E8E8;
    private static final int BARE_HEIGHT = 32;

    private Sheet() {}

    /** As near to a square as it gets, each in the middle of its cell; a bare strip without any. */
    static BufferedImage of(List<BufferedImage> pictures, int cell) {
        if (pictures.isEmpty()) {
            return ground(cell, BARE_HEIGHT);
        }
        if (pictures.size() == 1) {
            return pictures.getFirst();
        }
        int columns = (int) Math.ceil(Math.sqrt(pictures.size()));
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = ground(columns * cell, rows * cell);
        for (int place = 0; place < pictures.size(); place++) {
            BufferedImage picture = pictures.get(place);
            int left = place % columns * cell + (cell - picture.getWidth()) / 2;
            int top = place / columns * cell + (cell - picture.getHeight()) / 2;
            put(sheet, picture, left, top);
        }
        return sheet;
    }

    private static BufferedImage ground(int width, int height) {
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                ground.setRGB(x, y, GROUND);
            }
        }
        return ground;
    }

    private static void put(BufferedImage sheet, BufferedImage picture, int left, int top) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        sheet.setRGB(left, top, picture.getWidth(), picture.getHeight(), pixels, 0, picture.getWidth());
    }
}

package org.spoolbot.engine.media;

import java.awt.image.BufferedImage;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.VUIParameters;
import org.jcodec.common.model.Picture;

/**
 * How a film's brightness and two differences of colour become red, green and blue.
 *
 * @param black the brightness that is black
 * @param contrast what a step of brightness is worth
 * @param red what the second difference adds to red
 * @param greenOfFirst what the first difference takes from green
 * @param greenOfSecond what the second difference takes from green
 * @param blue what the first difference adds to blue
 */
record Colours(int black, double contrast, double red, double greenOfFirst, double greenOfSecond, double blue) {
    private static final int BT_709 = 1;
    private static final double NARROW = 255 / 219.0;
    private static final double NARROW_COLOUR = 255 / 224.0;
    /** Samples are kept as signed bytes. */
    private static final int MIDDLE = 128;

    /** What the film says of itself, else what is usual. */
    static Colours of(SeqParameterSet form) {
        VUIParameters told = form.getVuiParams();
        boolean hd = told != null && told.matrixCoefficients == BT_709;
        boolean full = told != null && told.videoFullRangeFlag;
        double scale = full ? 1 : NARROW_COLOUR;
        int black = full ? 0 : 16;
        double contrast = full ? 1 : NARROW;
        return hd
                ? new Colours(black, contrast, 1.5748 * scale, 0.1873 * scale, 0.4681 * scale, 1.8556 * scale)
                : new Colours(black, contrast, 1.402 * scale, 0.3441 * scale, 0.7141 * scale, 1.772 * scale);
    }

    BufferedImage develop(Picture picture) {
        BufferedImage image = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] line = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < line.length; x++) {
                line[x] = colour(picture, x, y);
            }
            image.setRGB(0, y, line.length, 1, line, 0, line.length);
        }
        return image;
    }

    private int colour(Picture picture, int x, int y) {
        double light = contrast * (picture.getPlaneData(0)[y * picture.getPlaneWidth(0) + x] + MIDDLE - black);
        int first = picture.getPlaneData(1)[y / 2 * picture.getPlaneWidth(1) + x / 2];
        int second = picture.getPlaneData(2)[y / 2 * picture.getPlaneWidth(2) + x / 2];
        int r = sample(light + red * second);
        int g = sample(light - greenOfFirst * first - greenOfSecond * second);
        int b = sample(light + blue * first);
        return r << 16 | g << 8 | b;
    }

    private static int sample(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}

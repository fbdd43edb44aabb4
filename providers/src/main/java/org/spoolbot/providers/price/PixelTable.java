package org.spoolbot.providers.price;

import java.util.Arrays;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/** The pixel sizes of the Seedance 2.0 family, as published by Ark, APIYI and EvoLink alike. */
public final class PixelTable {
    private PixelTable() {}

    /** The size of a clip; for {@code ADAPTIVE} the largest of the tier, so that an estimate is never too low. */
    public static PixelSize size(Resolution resolution, Ratio ratio) {
        if (ratio == Ratio.ADAPTIVE) {
            return largest(resolution);
        }
        return switch (resolution) {
            case P480 -> p480(ratio);
            case P720 -> p720(ratio);
            case P1080 -> p1080(ratio);
            case P2160 -> p2160(ratio);
        };
    }

    private static PixelSize largest(Resolution resolution) {
        return Arrays.stream(Ratio.values())
                .filter(ratio -> ratio != Ratio.ADAPTIVE)
                .map(ratio -> size(resolution, ratio))
                .max((one, other) -> Long.compare(one.area(), other.area()))
                .orElseThrow();
    }

    private static PixelSize p480(Ratio ratio) {
        return switch (ratio) {
            case LANDSCAPE_16_9, ADAPTIVE -> new PixelSize(864, 496);
            case LANDSCAPE_4_3 -> new PixelSize(752, 560);
            case SQUARE_1_1 -> new PixelSize(640, 640);
            case PORTRAIT_3_4 -> new PixelSize(560, 752);
            case PORTRAIT_9_16 -> new PixelSize(496, 864);
            case CINEMA_21_9 -> new PixelSize(992, 432);
        };
    }

    private static PixelSize p720(Ratio ratio) {
        return switch (ratio) {
            case LANDSCAPE_16_9, ADAPTIVE -> new PixelSize(1280, 720);
            case LANDSCAPE_4_3 -> new PixelSize(1112, 834);
            case SQUARE_1_1 -> new PixelSize(960, 960);
            case PORTRAIT_3_4 -> new PixelSize(834, 1112);
            case PORTRAIT_9_16 -> new PixelSize(720, 1280);
            case CINEMA_21_9 -> new PixelSize(1470, 630);
        };
    }

    private static PixelSize p1080(Ratio ratio) {
        return switch (ratio) {
            case LANDSCAPE_16_9, ADAPTIVE -> new PixelSize(1920, 1080);
            case LANDSCAPE_4_3 -> new PixelSize(1664, 1248);
            case SQUARE_1_1 -> new PixelSize(1440, 1440);
            case PORTRAIT_3_4 -> new PixelSize(1248, 1664);
            case PORTRAIT_9_16 -> new PixelSize(1080, 1920);
            case CINEMA_21_9 -> new PixelSize(2206, 946);
        };
    }

    private static PixelSize p2160(Ratio ratio) {
        return switch (ratio) {
            case LANDSCAPE_16_9, ADAPTIVE -> new PixelSize(3840, 2160);
            case LANDSCAPE_4_3 -> new PixelSize(3326, 2494);
            case SQUARE_1_1 -> new PixelSize(2880, 2880);
            case PORTRAIT_3_4 -> new PixelSize(2494, 3326);
            case PORTRAIT_9_16 -> new PixelSize(2160, 3840);
            case CINEMA_21_9 -> new PixelSize(4398, 1886);
        };
    }
}

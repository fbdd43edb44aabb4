package org.spoolbot.engine.media;

import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.MediaRules;

/**
 * How a picture is drawn anew so that a model takes it: never larger, its shape kept.
 *
 * @param attempts from the best to the smallest, to be tried until one is small enough; empty if the picture cannot be made to fit
 * @param needed whether anything has to be done at all
 */
record FitPlan(boolean needed, List<Attempt> attempts) {
    private static final double[] QUALITIES = {0.95, 0.85, 0.75};
    private static final double STEP = 0.8;
    private static final int STEPS = 8;

    FitPlan {
        attempts = List.copyOf(attempts);
    }

    /** Whether the picture goes as it is or can be made to. */
    boolean works() {
        return !needed || !attempts.isEmpty();
    }

    static FitPlan of(MediaInfo picture, MediaRules rules) {
        if (picture.size().isEmpty()) {
            return new FitPlan(false, List.of());
        }
        PixelSize size = picture.size().get();
        PixelSize largest = scaled(size, scale(size, rules.pixels()));
        boolean asItIs = rules.types().contains(picture.type())
                && picture.bytes() <= rules.maxBytes()
                && largest.equals(size);
        if (asItIs || !Darkroom.reads(picture.type())) {
            return new FitPlan(!asItIs, List.of());
        }
        return new FitPlan(true, attempts(picture.type(), largest, rules));
    }

    private static List<Attempt> attempts(MediaType type, PixelSize largest, MediaRules rules) {
        List<Attempt> attempts = new ArrayList<>();
        boolean jpeg = rules.types().contains(MediaType.JPEG);
        // A photograph becomes a JPEG; what may have sharp edges and holes stays without loss if it is small enough.
        if (rules.types().contains(MediaType.PNG) && (type != MediaType.JPEG || !jpeg)) {
            attempts.add(new Attempt(MediaType.PNG, largest, 1));
        }
        if (jpeg) {
            for (double quality : QUALITIES) {
                attempts.add(new Attempt(MediaType.JPEG, largest, quality));
            }
        }
        if (attempts.isEmpty()) {
            return attempts;
        }
        for (int step = 1; step <= STEPS; step++) {
            PixelSize smaller = scaled(largest, Math.pow(STEP, step));
            attempts.add(new Attempt(jpeg ? MediaType.JPEG : MediaType.PNG, smaller, QUALITIES[1]));
        }
        return attempts.stream().filter(attempt -> isLargeEnough(attempt.size(), rules.pixels())).toList();
    }

    private static boolean isLargeEnough(PixelSize size, MediaRules.PixelRules rules) {
        return Math.min(size.width(), size.height()) >= rules.minSide() && size.area() >= rules.minArea();
    }

    private static double scale(PixelSize size, MediaRules.PixelRules rules) {
        double bySide = (double) rules.maxSide() / Math.max(size.width(), size.height());
        double byArea = Math.sqrt((double) rules.maxArea() / size.area());
        return Math.min(1, Math.min(bySide, byArea));
    }

    private static PixelSize scaled(PixelSize size, double scale) {
        return scale >= 1
                ? size
                : new PixelSize((int) Math.max(1, Math.floor(size.width() * scale + 1e-6)),
                        (int) Math.max(1, Math.floor(size.height() * scale + 1e-6)));
    }

    /** A picture to be drawn. */
    record Attempt(MediaType type, PixelSize size, double quality) {}
}

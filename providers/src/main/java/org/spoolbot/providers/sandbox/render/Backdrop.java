package org.spoolbot.providers.sandbox.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures that a clip opens and ends with, and how they come and go. */
final class Backdrop {

    private final int @Nullable [] first;
    private final int @Nullable [] last;

    private Backdrop(int @Nullable [] first, int @Nullable [] last) {
        this.first = first;
        this.last = last;
    }

    static Backdrop of(ClipPlan plan) throws IOException {
        return new Backdrop(pixels(plan.pictures().first(), plan), pixels(plan.pictures().last(), plan));
    }

    private static int @Nullable [] pixels(Optional<Path> picture, ClipPlan plan) throws IOException {
        if (picture.isEmpty()) {
            return null;
        }
        int width = plan.frame().width();
        int height = plan.frame().height();
        BufferedImage image = Pictures.cover(picture.get(), width, height);
        return image.getRGB(0, 0, width, height, null, 0, width);
    }

    void paint(Canvas canvas, double progress) {
        if (first != null) {
            lay(canvas, first, 1 - Blend.smooth((progress - 0.22) / 0.33));
        }
        if (last != null) {
            lay(canvas, last, Blend.smooth((progress - 0.55) / 0.33));
        }
    }

    private static void lay(Canvas canvas, int[] picture, double strength) {
        int weight = (int) Math.round(strength * 256);
        if (weight <= 0) {
            return;
        }
        int[] pixels = canvas.pixels();
        for (int index = 0; index < pixels.length; index++) {
            pixels[index] = Blend.mix(pixels[index], picture[index] & 0xFFFFFF, weight);
        }
    }
}

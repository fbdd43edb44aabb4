package org.spoolbot.api.provider;

import org.spoolbot.api.media.MediaType;
import java.time.Duration;
import java.util.Set;

/**
 * What a model takes of one kind of reference.
 *
 * @param maxCount how many
 * @param maxBytes the size of each
 * @param types the file types
 * @param pixels the shape; ignored for sound
 * @param length the length; ignored for pictures
 */
public record MediaRules(int maxCount, long maxBytes, Set<MediaType> types, PixelRules pixels, LengthRules length) {
    public MediaRules {
        types = Set.copyOf(types);
    }

    /**
     * Limits of a picture's shape.
     *
     * @param minSide the shorter side at least, in pixels
     * @param maxSide the longer side at most
     * @param minRatio width divided by height at least
     * @param maxRatio width divided by height at most
     * @param minArea pixels in all at least
     * @param maxArea pixels in all at most
     */
    public record PixelRules(int minSide, int maxSide, double minRatio, double maxRatio, long minArea, long maxArea) {
        /** No limits. */
        public static PixelRules any() {
            return new PixelRules(1, Integer.MAX_VALUE, 0, Double.MAX_VALUE, 1, Long.MAX_VALUE);
        }
    }

    /**
     * Limits of length.
     *
     * @param min of each
     * @param max of each
     * @param maxTotal of all together
     */
    public record LengthRules(Duration min, Duration max, Duration maxTotal) {
        /** No limits. */
        public static LengthRules any() {
            return new LengthRules(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1));
        }
    }
}

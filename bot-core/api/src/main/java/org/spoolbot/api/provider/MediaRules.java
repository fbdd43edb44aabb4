package org.spoolbot.api.provider;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.spoolbot.api.media.MediaType;

/**
 * What a model takes of one kind of reference.
 *
 * @param minCount how many a request in {@link org.spoolbot.api.video.Mode#REFERENCE} needs at least
 * @param maxCount how many at most
 * @param maxBytes the size of each
 * @param types the file types
 * @param pixels the shape; ignored for sound
 * @param length the length; ignored for pictures
 * @param ways how such a file can be handed over, at least one
 */
public record MediaRules(
        int minCount,
        int maxCount,
        long maxBytes,
        Set<MediaType> types,
        PixelRules pixels,
        LengthRules length,
        Set<Handover> ways) {
    public MediaRules {
        types = Set.copyOf(types);
        ways = Set.copyOf(ways);
        if (minCount < 0 || minCount > maxCount) {
            throw new IllegalArgumentException("minCount must be from 0 to maxCount");
        }
        if (ways.isEmpty()) {
            throw new IllegalArgumentException("a file that is taken can be handed over in at least one way");
        }
    }

    /** Of a kind that no request needs and that can be handed over in any way. */
    public MediaRules(int maxCount, long maxBytes, Set<MediaType> types, PixelRules pixels, LengthRules length) {
        this(0, maxCount, maxBytes, types, pixels, length, EnumSet.allOf(Handover.class));
    }

    /** The same, handed over in these ways only. */
    public MediaRules handedOverBy(Set<Handover> others) {
        return new MediaRules(minCount, maxCount, maxBytes, types, pixels, length, others);
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

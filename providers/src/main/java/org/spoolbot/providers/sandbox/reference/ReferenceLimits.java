package org.spoolbot.providers.sandbox.reference;

import java.util.Map;
import java.util.Set;
import org.spoolbot.providers.sandbox.render.Tile.Kind;

/**
 * What a dialect takes as a reference.
 *
 * @param megabytes the most that one file of each kind may have
 * @param leastPixels the smallest area of a video
 * @param mostPixels the largest area of a video
 * @param totalSeconds the most that all videos, and all sounds, may last together
 * @param formats such as jpeg, png, mp4 and wav
 */
public record ReferenceLimits(Map<Kind, Integer> megabytes, long leastPixels, long mostPixels, double totalSeconds, Set<String> formats) {

    /** What Ark takes. */
    public static final ReferenceLimits ARK = new ReferenceLimits(
            Map.of(Kind.IMAGE, 30, Kind.VIDEO, 200, Kind.AUDIO, 15),
            407_696,
            8_295_044,
            15.1,
            Set.of("jpeg", "png", "webp", "bmp", "tiff", "gif", "heic", "mp4", "mov", "wav", "mp3"));

    long bytes(Kind kind) {
        return megabytes.getOrDefault(kind, 0) * 1024L * 1024;
    }

    boolean takes(String format) {
        return formats.contains(format);
    }

    boolean takesArea(long pixels) {
        return pixels >= leastPixels && pixels <= mostPixels;
    }
}

package org.spoolbot.engine.media;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How a clip is encoded to fit into so many bytes.
 *
 * @param height the most rows it keeps
 * @param videoBits per second
 * @param audioBits per second
 */
record ShrinkPlan(int height, long videoBits, long audioBits) {
    private static final long LEAST_VIDEO_BITS = 60_000;
    private static final long AUDIO_BITS = 96_000;
    private static final long POOR_AUDIO_BITS = 48_000;
    private static final long BITS_FOR_1080 = 2_500_000;
    private static final long BITS_FOR_720 = 1_000_000;
    private static final long BITS_FOR_480 = 400_000;

    /** Plans to try in turn, the best first; none if even the poorest would be no pleasure. */
    static List<ShrinkPlan> of(Duration length, long maxBytes) {
        double bits = (double) maxBytes * Byte.SIZE / (length.toMillis() / 1000.0);
        return DoubleStream.of(0.92, 0.7)
                .mapToObj(share -> plan((long) (bits * share)))
                .filter(plan -> plan.videoBits() >= LEAST_VIDEO_BITS)
                .toList();
    }

    private static ShrinkPlan plan(long bits) {
        long audio = bits > BITS_FOR_480 ? AUDIO_BITS : POOR_AUDIO_BITS;
        long video = bits - audio;
        return new ShrinkPlan(height(video), video, audio);
    }

    private static int height(long bits) {
        if (bits >= BITS_FOR_1080) {
            return 1080;
        }
        if (bits >= BITS_FOR_720) {
            return 720;
        }
        return bits >= BITS_FOR_480 ? 480 : 360;
    }

    List<String> options() {
        String bits = Long.toString(videoBits);
        return List.of(
                "-sn", "-dn", "-map", "0:v:0", "-map", "0:a:0?",
                "-vf", "scale=-2:'min(" + height + ",trunc(ih/2)*2)'",
                "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p",
                "-b:v", bits, "-maxrate", bits, "-bufsize", bits,
                "-c:a", "aac", "-b:a", Long.toString(audioBits), "-movflags", "+faststart", "-f", "mp4");
    }
}

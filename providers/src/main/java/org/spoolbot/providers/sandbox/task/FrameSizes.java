package org.spoolbot.providers.sandbox.task;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/** Width and height for every resolution and ratio of the 2.0 models. */
public final class FrameSizes {

    /** Every fixed ratio. */
    public static final List<String> RATIOS = List.of("16:9", "4:3", "1:1", "3:4", "9:16", "21:9");

    /** Every resolution. */
    public static final List<String> RESOLUTIONS = List.of("480p", "720p", "1080p");

    private static final Map<String, List<FrameSize>> TABLE = Map.of(
            "480p", sizes(864, 496, 752, 560, 640, 640, 560, 752, 496, 864, 992, 432),
            "720p", sizes(1280, 720, 1112, 834, 960, 960, 834, 1112, 720, 1280, 1470, 630),
            "1080p", sizes(1920, 1080, 1664, 1248, 1440, 1440, 1248, 1664, 1080, 1920, 2206, 946));

    private FrameSizes() {}

    private static List<FrameSize> sizes(int... sides) {
        return IntStream.range(0, sides.length / 2)
                .mapToObj(pair -> new FrameSize(sides[pair * 2], sides[pair * 2 + 1]))
                .toList();
    }

    /**
     * Looks up a size.
     *
     * @param resolution one of {@link #RESOLUTIONS}
     * @param ratio one of {@link #RATIOS}
     * @return the size
     */
    public static FrameSize of(String resolution, String ratio) {
        List<FrameSize> sizes = TABLE.get(resolution);
        int column = RATIOS.indexOf(ratio);
        if (sizes == null || column < 0) {
            throw new IllegalArgumentException("no size for " + resolution + " " + ratio);
        }
        return sizes.get(column);
    }

    /**
     * The ratio that {@code adaptive} comes to.
     *
     * @param firstImage size of the first picture of the request
     * @return the nearest ratio, or 16:9 without a picture
     */
    public static String adaptive(Optional<FrameSize> firstImage) {
        return firstImage
                .map(image -> RATIOS.stream()
                        .min(Comparator.comparingDouble(ratio -> distance(ratio, image)))
                        .orElseThrow())
                .orElse("16:9");
    }

    private static double distance(String ratio, FrameSize image) {
        String[] sides = ratio.split(":");
        double wanted = Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
        return Math.abs(Math.log(wanted * image.height() / image.width()));
    }
}

package org.spoolbot.providers.price;

import java.time.Duration;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;

/** How many tokens a clip is billed: one frame more than 24 a second, by area, as all published usage figures agree. */
public final class Tokens {
    private static final int FRAMES_PER_SECOND = 24;
    private static final int PIXELS_PER_TOKEN = 1024;

    private Tokens() {}

    /** The tokens of a clip of that size and length with so many seconds of video handed in. */
    public static long count(PixelSize size, int outputSeconds, int inputVideoSeconds) {
        long frames = (long) FRAMES_PER_SECOND * (outputSeconds + inputVideoSeconds) + 1;
        return frames * size.area() / PIXELS_PER_TOKEN;
    }

    /** The tokens a request will be billed, with the least that gateways bill where a video is handed in. */
    public static long estimate(VideoRequest request) {
        int output = request.format().seconds();
        PixelSize size = PixelTable.size(request.format().resolution(), request.format().ratio());
        return count(size, output, billedInput(request, output));
    }

    private static int billedInput(VideoRequest request, int output) {
        if (request.references(MediaKind.VIDEO).isEmpty()) {
            return 0;
        }
        int floor = Math.ceilDiv(5 * output, 3) - output;
        return Math.max(inputSeconds(request), floor);
    }

    /** The seconds of video that are handed in, rounded up; a clip whose length is not known counts as the longest that is taken. */
    static int inputSeconds(VideoRequest request) {
        Duration total = request.references(MediaKind.VIDEO).stream()
                .map(Reference::media)
                .map(MediaInfo::duration)
                .map(length -> length.orElse(Duration.ofSeconds(15)))
                .reduce(Duration.ZERO, Duration::plus);
        return (int) Math.ceilDiv(total.toMillis(), 1000L);
    }
}

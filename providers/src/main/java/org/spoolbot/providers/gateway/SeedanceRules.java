package org.spoolbot.providers.gateway;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.spoolbot.api.provider.MediaRules.LengthRules;
import org.spoolbot.api.provider.MediaRules.PixelRules;

/** What the Seedance 2.0 models take at every gateway, as Ark's create page says. */
public final class SeedanceRules {
    /** Characters of a prompt. */
    public static final int PROMPT_LENGTH = 4000;

    /** Seconds of a clip. */
    public static final List<Integer> LENGTHS = IntStream.rangeClosed(4, 15).boxed().toList();

    /** The shape of a picture handed in. */
    public static final PixelRules IMAGE_PIXELS = new PixelRules(300, 6000, 0.4, 2.5, 1, Long.MAX_VALUE);

    /** The shape of a video handed in. */
    public static final PixelRules VIDEO_PIXELS = new PixelRules(300, 6000, 0.4, 2.5, 409_600, 8_295_044);

    /** The length of a video or sound handed in. */
    public static final LengthRules FIFTEEN_SECONDS =
            new LengthRules(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(15));

    private SeedanceRules() {}
}

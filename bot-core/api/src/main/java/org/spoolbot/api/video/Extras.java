package org.spoolbot.api.video;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What only few ask for.
 *
 * @param seed the same seed gives similar clips; sent only if the member asked
 * @param watermark whether the gateway paints a visible mark
 * @param returnLastFrame whether the last frame is wanted as a picture
 */
public record Extras(OptionalLong seed, boolean watermark, boolean returnLastFrame) {
    public Extras {
        requireNonNull(seed, "seed is null");
    }

    /** No seed, no watermark, no last frame. */
    public static Extras none() {
        return new Extras(OptionalLong.empty(), false, false);
    }
}

package org.spoolbot.api.video;

import static java.util.Objects.requireNonNull;

/**
 * How the clip is to look and sound.
 *
 * @param seconds its length, at least 1; what a model takes is in its capabilities
 * @param ratio its shape
 * @param resolution its size
 * @param audio whether it has sound; always sent explicitly, because gateways default to sound
 */
public record Format(int seconds, Ratio ratio, Resolution resolution, boolean audio) {
    public Format {
        requireNonNull(ratio, "ratio is null");
        requireNonNull(resolution, "resolution is null");
        if (seconds < 1) {
            throw new IllegalArgumentException("a clip lasts at least 1 second");
        }
    }
}

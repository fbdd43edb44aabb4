package org.spoolbot.engine.media;

import java.time.Duration;
import java.util.Optional;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** What a file's content says of itself. The type can be finer than the first bytes told. */
record Measured(MediaType type, Optional<PixelSize> size, Optional<Duration> duration) {
    private static final long LONGEST_SECONDS = 1_000_000;

    static Measured picture(MediaType type, long width, long height) throws UnfitException {
        return new Measured(type, Optional.of(size(type, width, height)), Optional.empty());
    }

    static Measured sound(MediaType type, Optional<Duration> duration) {
        return new Measured(type, Optional.empty(), duration);
    }

    static PixelSize size(MediaType type, long width, long height) throws UnfitException {
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw UnfitException.broken(type);
        }
        return new PixelSize((int) width, (int) height);
    }

    /** So many units of which so many make a second; nothing where that makes no sense. */
    static Optional<Duration> length(double units, double perSecond) {
        double seconds = units / perSecond;
        if (Double.isNaN(seconds) || seconds <= 0 || seconds > LONGEST_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.max(1, Math.round(seconds * 1000))));
    }
}

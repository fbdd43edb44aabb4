package org.spoolbot.api.media;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of a stored file, measured from its content.
 *
 * @param sha256 64 hexadecimal digits, lower case; also its name in the store
 * @param type the sniffed type
 * @param bytes its size, at least 1
 * @param size its width and height in pixels with orientation applied; empty for sound or where it cannot be told
 * @param duration its length; empty for pictures or where it cannot be told
 */
public record MediaInfo(String sha256, MediaType type, long bytes, Optional<PixelSize> size, Optional<Duration> duration) {
    public MediaInfo {
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(type, "type is null");
        requireNonNull(size, "size is null");
        requireNonNull(duration, "duration is null");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits");
        }
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
    }

    /** The kind of the sniffed type. */
    public MediaKind kind() {
        return type.kind();
    }
}

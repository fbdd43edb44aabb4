package org.spoolbot.api.media;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A stored file. The path belongs to the server: read it, never write, move or keep it beyond the call that gave it.
 *
 * @param info what is known of it
 * @param path where it lies
 */
public record MediaFile(MediaInfo info, Path path) {
    public MediaFile {
        requireNonNull(info, "info is null");
        requireNonNull(path, "path is null");
    }
}

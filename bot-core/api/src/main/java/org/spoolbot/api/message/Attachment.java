package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.MediaFile;
import java.util.Optional;

/**
 * A file of a message.
 *
 * @param name the name a reader sees: plain ASCII without quotes
 * @param file the stored file
 * @param poster a still picture of it
 */
public record Attachment(String name, MediaFile file, Optional<MediaFile> poster) {
    public Attachment {
        requireNonNull(name, "name is null");
        requireNonNull(file, "file is null");
        requireNonNull(poster, "poster is null");
    }
}

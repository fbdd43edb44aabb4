package org.spoolbot.api.video;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;

/**
 * A file that goes with a request.
 *
 * @param index its number among the references of its kind, from 1, in the order they were added
 * @param role what it is for
 * @param media the stored file's facts
 */
public record Reference(int index, Role role, MediaInfo media) {
    public Reference {
        requireNonNull(role, "role is null");
        requireNonNull(media, "media is null");
        if (index < 1) {
            throw new IllegalArgumentException("a reference is numbered from 1");
        }
    }

    /** The kind of the file. */
    public MediaKind kind() {
        return media.kind();
    }
}

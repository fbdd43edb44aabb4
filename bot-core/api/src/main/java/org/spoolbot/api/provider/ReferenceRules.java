package org.spoolbot.api.provider;

import java.util.Map;
import org.spoolbot.api.media.MediaKind;

/**
 * What files a model takes.
 *
 * @param media what it takes of each kind; a kind that is absent is not taken
 * @param maxFiles how many in all, at least 0
 */
public record ReferenceRules(Map<MediaKind, MediaRules> media, int maxFiles) {
    public ReferenceRules {
        media = Map.copyOf(media);
        if (maxFiles < 0) {
            throw new IllegalArgumentException("maxFiles must be at least 0");
        }
    }

    /** As many in all as of each kind together. */
    public static ReferenceRules of(Map<MediaKind, MediaRules> media) {
        return new ReferenceRules(media, media.values().stream().mapToInt(MediaRules::maxCount).sum());
    }
}

package org.spoolbot.api.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Reference;

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

    /** Whether the counts are kept, of each kind and in all. */
    boolean takes(Mode mode, List<Reference> files) {
        return files.size() <= maxFiles && Arrays.stream(MediaKind.values()).allMatch(kind -> {
            long count = files.stream().filter(file -> file.kind() == kind).count();
            MediaRules rules = media.get(kind);
            if (rules == null) {
                return count == 0;
            }
            return count <= rules.maxCount() && (mode != Mode.REFERENCE || count >= rules.minCount());
        });
    }
}

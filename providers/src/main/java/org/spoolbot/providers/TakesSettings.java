package org.spoolbot.providers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.ReferenceRules;

/**
 * How many files a model takes, where that is other than the dialect says.
 *
 * @param images pictures at most
 * @param videos clips at most
 * @param audios sounds at most
 * @param files in all at most
 */
public record TakesSettings(Optional<Integer> images, Optional<Integer> videos, Optional<Integer> audios, Optional<Integer> files) {
    private static final int MOST = 99;

    public TakesSettings {
        if (Stream.of(images, videos, audios, files).flatMap(Optional::stream).anyMatch(count -> count < 0 || count > MOST)) {
            throw new IllegalArgumentException("takes: write counts from 0 to " + MOST);
        }
    }

    Capabilities changed(Capabilities base) {
        Map<MediaKind, MediaRules> rules = new EnumMap<>(MediaKind.class);
        base.media().forEach((kind, rule) -> {
            int most = count(kind).orElse(rule.maxCount());
            if (most > 0) {
                rules.put(kind, counted(rule, most));
            }
        });
        int sum = rules.values().stream().mapToInt(MediaRules::maxCount).sum();
        int before = base.references().maxFiles();
        boolean capped = before < base.media().values().stream().mapToInt(MediaRules::maxCount).sum();
        int all = files.orElse(capped ? Math.min(before, sum) : sum);
        return new Capabilities(
                base.modes(),
                new ReferenceRules(rules, all),
                base.lengths(),
                base.ratios(),
                base.resolutions(),
                base.maxPromptLength(),
                base.features());
    }

    private Optional<Integer> count(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> images;
            case VIDEO -> videos;
            case AUDIO -> audios;
        };
    }

    private static MediaRules counted(MediaRules rule, int most) {
        return new MediaRules(
                Math.min(rule.minCount(), most), most, rule.maxBytes(), rule.types(), rule.pixels(), rule.length(), rule.ways());
    }
}

package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model takes. Drives validation, the card's choices and routing, so that nothing is sent that the gateway forbids.
 *
 * @param modes the modes it knows
 * @param references what files it takes
 * @param lengths the clip lengths in seconds it makes, ascending, at least one
 * @param ratios in the order to show, at least one
 * @param resolutions ascending, at least one
 * @param maxPromptLength in characters
 * @param features the switches it has
 */
public record Capabilities(
        Set<Mode> modes,
        ReferenceRules references,
        List<Integer> lengths,
        List<Ratio> ratios,
        List<Resolution> resolutions,
        int maxPromptLength,
        Set<Feature> features) {
    private static final int MOST_FRAMES = 2;

    public Capabilities {
        modes = Set.copyOf(modes);
        requireNonNull(references, "references is null");
        lengths = List.copyOf(lengths);
        ratios = List.copyOf(ratios);
        resolutions = List.copyOf(resolutions);
        requireNonNull(features, "features is null");
        features = Set.copyOf(features);
        if (lengths.isEmpty() || ratios.isEmpty() || resolutions.isEmpty()) {
            throw new IllegalArgumentException("a model has at least one length, ratio and resolution");
        }
    }

    /** Of a model that takes any number of files in all, as long as each kind's count is kept. */
    public Capabilities(
            Set<Mode> modes,
            Map<MediaKind, MediaRules> media,
            List<Integer> lengths,
            List<Ratio> ratios,
            List<Resolution> resolutions,
            int maxPromptLength,
            Set<Feature> features) {
        this(modes, ReferenceRules.of(media), lengths, ratios, resolutions, maxPromptLength, features);
    }

    /** What it takes of each kind; a kind that is absent is not taken. */
    public Map<MediaKind, MediaRules> media() {
        return references.media();
    }

    /**
     * Whether it makes clips of that mode from so many files of such kinds. What each file is like, and the format, are not looked at.
     *
     * @param files the references of the request
     */
    public boolean takes(Mode mode, List<Reference> files) {
        boolean soundAlone = files.stream().allMatch(file -> file.kind() == MediaKind.AUDIO);
        boolean fewPictures = files.size() <= MOST_FRAMES && files.stream().allMatch(file -> file.kind() == MediaKind.IMAGE);
        boolean company = mode != Mode.REFERENCE
                || (!soundAlone || has(Feature.AUDIO_ALONE)) && (!fewPictures || has(Feature.PICTURES_ALONE));
        return modes.contains(mode) && references.takes(mode, files) && company;
    }

    /** Whether it has that switch. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Switches that not every model has. */
    public enum Feature {
        /** Sound can be switched on and off. */
        AUDIO_SWITCH,
        /** A seed is taken. */
        SEED,
        /** A visible mark can be asked for. */
        WATERMARK,
        /** The last frame comes back as a picture. */
        LAST_FRAME,
        /** Sound alone is taken as reference, without picture or clip. */
        AUDIO_ALONE,
        /** One or two pictures, with no other file, are taken as references and not for frames. */
        PICTURES_ALONE,
        /** A waiting task can be withdrawn. */
        CANCEL
    }
}

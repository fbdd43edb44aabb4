package org.spoolbot.providers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/**
 * What clips a model makes, where that is other than the dialect says.
 *
 * @param modes all the modes it knows
 * @param lengths in seconds, as {@code 4-15} or {@code 5,10}
 * @param ratios in the order to show
 * @param resolutions ascending
 * @param maxPromptLength in characters
 * @param features switches that it has beyond the dialect's
 * @param lacks switches that it has not
 */
public record MakesSettings(
        Optional<List<Mode>> modes,
        Optional<String> lengths,
        Optional<List<String>> ratios,
        Optional<List<String>> resolutions,
        Optional<Integer> maxPromptLength,
        Optional<List<Feature>> features,
        Optional<List<Feature>> lacks) {
    private static final int LONGEST = 600;

    public MakesSettings {
        List<String> faults = new ArrayList<>();
        if (lengths.isPresent() && seconds(lengths.get()).isEmpty()) {
            faults.add("lengths cannot be '" + lengths.get() + "'; write 4-15 or 5,10");
        }
        ratios.orElse(List.of()).stream()
                .filter(label -> Ratio.of(label).isEmpty())
                .forEach(label -> faults.add("'" + label + "' is no ratio; write one such as 16:9"));
        resolutions.orElse(List.of()).stream()
                .filter(label -> Resolution.of(label).isEmpty())
                .forEach(label -> faults.add("'" + label + "' is no resolution; write 480p, 720p, 1080p or 4k"));
        if (ratios.filter(List::isEmpty).isPresent() || resolutions.filter(List::isEmpty).isPresent()) {
            faults.add("ratios and resolutions need at least one value; leave them out for the dialect's own");
        }
        if (maxPromptLength.filter(most -> most < 1).isPresent()) {
            faults.add("max-prompt-length must be 1 or more");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    Capabilities changed(Capabilities base) {
        return new Capabilities(
                modes.<Set<Mode>>map(Set::copyOf).orElse(base.modes()),
                base.references(),
                lengths.map(MakesSettings::seconds).orElse(base.lengths()),
                ratios.map(labels -> labels.stream().flatMap(label -> Ratio.of(label).stream()).toList()).orElse(base.ratios()),
                resolutions.map(MakesSettings::tiers).orElse(base.resolutions()),
                maxPromptLength.orElse(base.maxPromptLength()),
                switches(base.features()));
    }

    private Set<Feature> switches(Set<Feature> base) {
        Set<Feature> switches = new HashSet<>(base);
        switches.addAll(features.orElse(List.of()));
        lacks.orElse(List.of()).forEach(switches::remove);
        return switches;
    }

    private static List<Resolution> tiers(List<String> labels) {
        return labels.stream().flatMap(label -> Resolution.of(label).stream()).sorted().distinct().toList();
    }

    /** Empty if the text is none, or out of all bounds. */
    private static List<Integer> seconds(String text) {
        if (text.matches("\\d{1,3}-\\d{1,3}")) {
            String[] ends = text.split("-");
            return within(IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
        }
        if (text.matches("\\d{1,3}( ?, ?\\d{1,3}){0,30}")) {
            return within(List.of(text.split(" ?, ?")).stream().mapToInt(Integer::parseInt).sorted().distinct());
        }
        return List.of();
    }

    private static List<Integer> within(IntStream lengths) {
        List<Integer> all = lengths.boxed().toList();
        boolean sound = all.stream().allMatch(length -> length >= 1 && length <= LONGEST);
        return sound ? all : List.of();
    }
}

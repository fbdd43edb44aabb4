package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be asked for now, all gateways together.
 *
 * @param models the names, in order of preference
 * @param lengths in seconds, ascending
 * @param ratios in the order to show
 * @param resolutions ascending
 * @param maxPromptLength in characters; 0 if no gateway is there
 */
record Studio(
        List<String> models, List<Integer> lengths, List<Ratio> ratios, List<Resolution> resolutions, int maxPromptLength) {
    /** The most files of one draft, whatever the model. */
    static final int MAX_FILES = 12;

    /** What the gateways offer, by one model or by any; by any too if none has that name, so that a card keeps its menus. */
    static Studio of(List<VideoProvider> providers, Optional<String> model) {
        List<Model> all = providers.stream().flatMap(provider -> provider.models().stream()).toList();
        Optional<String> known = model.filter(name -> all.stream().anyMatch(candidate -> candidate.id().equals(name)));
        List<Capabilities> asked = all.stream()
                .filter(candidate -> known.map(candidate.id()::equals).orElse(true))
                .map(Model::capabilities)
                .toList();
        return new Studio(
                all.stream().map(Model::id).distinct().toList(),
                merged(asked, Capabilities::lengths).stream().sorted().toList(),
                merged(asked, Capabilities::ratios),
                merged(asked, Capabilities::resolutions).stream().sorted().toList(),
                asked.stream().mapToInt(Capabilities::maxPromptLength).max().orElse(0));
    }

    private static <T> List<T> merged(List<Capabilities> all, Function<Capabilities, List<T>> part) {
        return all.stream().flatMap(one -> part.apply(one).stream()).distinct().toList();
    }

    /** The length on offer that is nearest to a wish. */
    int nearestLength(int wish) {
        return lengths.stream()
                .min(Comparator.<Integer>comparingInt(length -> Math.abs(length - wish)).thenComparing(Comparator.naturalOrder()))
                .orElse(wish);
    }

    /** The size on offer that is nearest to a wish. */
    Resolution nearestResolution(Resolution wish) {
        return resolutions.stream()
                .min(Comparator.comparingInt(tier -> Math.abs(tier.ordinal() - wish.ordinal())))
                .orElse(wish);
    }

    /** The wish if it is on offer, else the first shape that is. */
    Ratio nearestRatio(Ratio wish) {
        return ratios.isEmpty() || ratios.contains(wish) ? wish : ratios.getFirst();
    }
}

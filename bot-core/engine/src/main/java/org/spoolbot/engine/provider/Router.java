package org.spoolbot.engine.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;

/** Decides who makes a clip: the first model in the order of the gateways that can. Pure. */
public final class Router {
    private Router() {}

    /** What was decided. */
    public sealed interface Decision {
        /** That one makes it. */
        record Chosen(Candidate candidate) implements Decision {}

        /**
         * Nobody can.
         *
         * @param closest the model whose faults are told, if there is one at all
         * @param faults why not, as sentences for the member, at least one
         */
        record Nobody(Optional<Candidate> closest, List<Phrase> faults) implements Decision {}
    }

    /**
     * Decides.
     *
     * @param providers in the order they are tried
     * @param faults what is wrong with the request for a model; empty if it fits
     */
    public static Decision decide(List<VideoProvider> providers, VideoRequest request, Function<Model, List<Phrase>> faults) {
        List<Candidate> candidates = candidates(providers, request);
        if (candidates.isEmpty()) {
            return new Decision.Nobody(Optional.empty(), List.of(nobody(providers, request)));
        }
        List<Phrase> firstFaults = List.of();
        for (Candidate candidate : candidates) {
            List<Phrase> found = faults.apply(candidate.model());
            if (found.isEmpty()) {
                return new Decision.Chosen(candidate);
            }
            firstFaults = firstFaults.isEmpty() ? found : firstFaults;
        }
        return new Decision.Nobody(Optional.of(candidates.getFirst()), firstFaults);
    }

    /** Whether any gateway makes more than samples. */
    public static boolean anyPaid(List<VideoProvider> providers) {
        return providers.stream().flatMap(provider -> provider.models().stream()).anyMatch(model -> !model.sample());
    }

    private static List<Candidate> candidates(List<VideoProvider> providers, VideoRequest request) {
        List<Candidate> all = providers.stream()
                .flatMap(provider -> provider.models().stream().map(model -> new Candidate(provider, model)))
                .toList();
        if (request.model().isPresent()) {
            String wanted = request.model().get().toLowerCase(Locale.ROOT);
            return all.stream().filter(candidate -> candidate.model().id().equals(wanted)).toList();
        }
        boolean samplesFirst = all.isEmpty() || all.getFirst().model().sample();
        // Who asks for a clip never gets a sample in its place unless the operator put samples first.
        return samplesFirst ? all : all.stream().filter(candidate -> !candidate.model().sample()).toList();
    }

    private static Phrase nobody(List<VideoProvider> providers, VideoRequest request) {
        if (request.model().isPresent() && !providers.isEmpty()) {
            return Phrase.of("job.fault.no-such-model", request.model().get());
        }
        return Phrase.of("job.fault.no-provider");
    }
}

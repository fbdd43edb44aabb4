package org.spoolbot.engine.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;

/** Decides who makes a clip: the first on the route that can and is well. Pure. */
public final class Router {
    /** Who is well again within this is waited for, if nobody else can make the clip. */
    static final Duration WORTH_WAITING = Duration.ofMinutes(5);

    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private Router() {}

    /** What was decided. */
    public sealed interface Decision {
        /** Who was passed over, in the order of the route. */
        List<Skip> skips();

        /** That one makes it. */
        record Chosen(Candidate candidate, List<Skip> skips) implements Decision {}

        /**
         * Nobody can.
         *
         * @param closest the model whose faults are told, if there is one at all
         * @param faults why not, as sentences for the member, at least one
         */
        record Nobody(Optional<Candidate> closest, List<Phrase> faults, List<Skip> skips) implements Decision {}
    }

    /** What is known of candidates for one request. */
    public interface Judge {
        /** What is wrong with the request there; empty if it fits. */
        List<Phrase> faults(Candidate candidate);

        /** Whether these faults are there only because this server has no address. */
        boolean isMissingAddress(List<Phrase> faults);

        /** How the gateway is. */
        Standing standing(String provider);

        /** What the clip costs there. */
        Money price(Candidate candidate);

        /** How long such clips take there, if that is known. */
        Optional<Duration> speed(Candidate candidate);
    }

    /** Decides, by the gateways as they were registered and the routes. */
    public static Decision decide(List<VideoProvider> providers, Routes routes, VideoRequest request, Judge judge, Instant now) {
        Lineup lineup = lineup(providers, routes, request, judge);
        if (lineup.candidates().isEmpty()) {
            return new Decision.Nobody(Optional.empty(), List.of(nobody(providers, request)), lineup.skips());
        }
        List<Skip> skips = new ArrayList<>(lineup.skips());
        List<Candidate> waiting = new ArrayList<>();
        List<Phrase> firstFaults = List.of();
        for (Candidate candidate : lineup.candidates()) {
            List<Phrase> faults = judge.faults(candidate);
            Standing standing = judge.standing(candidate.provider().id());
            if (faults.isEmpty() && standing.isOpen()) {
                return new Decision.Chosen(candidate, skips);
            }
            if (faults.isEmpty()) {
                waiting.add(candidate);
            }
            firstFaults = firstFaults.isEmpty() ? faults : firstFaults;
            skips.add(skip(candidate, faults, standing, judge));
        }
        return waiting.isEmpty()
                ? new Decision.Nobody(Optional.of(lineup.candidates().getFirst()), firstFaults, skips)
                : leastWait(waiting, skips, judge, now);
    }

    /** Who else could make a clip, in the order of the route: all that fit and are well. */
    public static List<Candidate> others(List<VideoProvider> providers, Routes routes, VideoRequest request, Judge judge) {
        return ordered(providers, routes, request, judge).stream()
                .filter(candidate -> judge.standing(candidate.provider().id()).isOpen())
                .filter(candidate -> judge.faults(candidate).isEmpty())
                .toList();
    }

    /** Whether any gateway makes more than samples. */
    public static boolean anyPaid(List<VideoProvider> providers) {
        return providers.stream().flatMap(provider -> provider.models().stream()).anyMatch(model -> !model.sample());
    }

    private static Decision leastWait(List<Candidate> waiting, List<Skip> skips, Judge judge, Instant now) {
        Comparator<Candidate> soonest =
                Comparator.comparing(candidate -> judge.standing(candidate.provider().id()).until().orElse(Instant.MAX));
        Candidate first = waiting.stream().min(soonest).orElseThrow();
        Instant until = judge.standing(first.provider().id()).until().orElse(Instant.MAX);
        if (until.isAfter(now.plus(WORTH_WAITING))) {
            return new Decision.Nobody(Optional.of(waiting.getFirst()), List.of(Phrase.of("job.fault.all-resting")), skips);
        }
        List<Skip> others = skips.stream().filter(skip -> !skip.candidate().equals(first)).toList();
        return new Decision.Chosen(first, others);
    }

    private static Skip skip(Candidate candidate, List<Phrase> faults, Standing standing, Judge judge) {
        if (!faults.isEmpty()) {
            SkipReason reason = judge.isMissingAddress(faults) ? SkipReason.NO_ADDRESS : SkipReason.UNFIT;
            return new Skip(candidate, reason, faults.getFirst().key());
        }
        String kind = standing.kind().map(Enum::name).orElse("");
        return switch (standing.state()) {
            case OFF -> new Skip(candidate, SkipReason.OFF, "");
            case FULL -> new Skip(candidate, SkipReason.FULL, kind);
            case RESTING -> new Skip(candidate, SkipReason.RESTING, kind);
            case HEALTHY, TRIAL -> throw new IllegalArgumentException("nothing stands against it");
        };
    }

    /** Who asks for a clip never gets a sample in its place unless the operator put samples first. */
    private static Lineup lineup(List<VideoProvider> providers, Routes routes, VideoRequest request, Judge judge) {
        List<Candidate> ordered = ordered(providers, routes, request, judge);
        List<Candidate> all = listed(providers, routes, request);
        boolean samplesFirst = all.isEmpty() || all.getFirst().model().sample();
        if (samplesFirst) {
            return new Lineup(ordered, List.of());
        }
        List<Skip> samples = ordered.stream()
                .filter(candidate -> candidate.model().sample())
                .map(candidate -> new Skip(candidate, SkipReason.SAMPLE, ""))
                .toList();
        return new Lineup(ordered.stream().filter(candidate -> !candidate.model().sample()).toList(), samples);
    }

    private static List<Candidate> ordered(List<VideoProvider> providers, Routes routes, VideoRequest request, Judge judge) {
        List<Candidate> listed = listed(providers, routes, request);
        return switch (routes.of(request.mode()).preference()) {
            case ORDER -> listed;
            case PRICE -> listed.stream().sorted(Comparator.comparing(judge::price)).toList();
            case SPEED -> listed.stream().sorted(Comparator.comparing(one -> judge.speed(one).orElse(FOREVER))).toList();
        };
    }

    /** The route as it is written; a named model is also sought beyond it. */
    private static List<Candidate> listed(List<VideoProvider> providers, Routes routes, VideoRequest request) {
        List<Candidate> registered = providers.stream()
                .flatMap(provider -> provider.models().stream().map(model -> new Candidate(provider, model)))
                .toList();
        List<Routes.Stop> stops = routes.of(request.mode()).stops();
        List<Candidate> onRoute = stops.isEmpty()
                ? registered
                : stops.stream().flatMap(stop -> registered.stream().filter(one -> isAt(one, stop))).distinct().toList();
        if (request.model().isEmpty()) {
            return onRoute;
        }
        String wanted = request.model().get().toLowerCase(Locale.ROOT);
        return Stream.concat(onRoute.stream(), registered.stream())
                .distinct()
                .filter(candidate -> candidate.model().id().equals(wanted))
                .toList();
    }

    private static boolean isAt(Candidate candidate, Routes.Stop stop) {
        Model model = candidate.model();
        return candidate.provider().id().equals(stop.provider()) && stop.model().map(model.id()::equals).orElse(true);
    }

    private static Phrase nobody(List<VideoProvider> providers, VideoRequest request) {
        if (request.model().isPresent() && !providers.isEmpty()) {
            return Phrase.of("job.fault.no-such-model", request.model().get());
        }
        return Phrase.of("job.fault.no-provider");
    }

    private record Lineup(List<Candidate> candidates, List<Skip> skips) {}
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.provider.Candidate;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.PriceList;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Router;
import org.spoolbot.engine.provider.Skip;
import org.spoolbot.engine.provider.Standing;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.quota.Forecast;
import org.spoolbot.engine.quota.LimitResolver;
import org.spoolbot.engine.quota.QuotaBooks;

/** Finds out who would make a clip, for how much, and whether it may be ordered. Starts nothing. */
final class Quotes {
    private final Market market;
    private final RequestCheck check;
    private final LimitResolver resolver;
    private final QuotaBooks quotas;
    private final Eta eta;
    private final InstantSource clock;

    @Inject
    Quotes(Market market, RequestCheck check, LimitResolver resolver, QuotaBooks quotas, Eta eta, InstantSource clock) {
        this.market = market;
        this.check = check;
        this.resolver = resolver;
        this.quotas = quotas;
        this.eta = eta;
        this.clock = clock;
    }

    /** Offer, faults of the request and of the way to its place, and limits that it would overdraw. */
    Quote quote(Sender sender, VideoRequest request, Destination destination) {
        Quote quote = offer(request, destination).quote();
        if (quote.offer().isEmpty()) {
            return quote;
        }
        Quote.Offer offer = quote.offer().get();
        EffectiveLimits limits = resolver.resolve(sender, offer.model().sample());
        QuotaReport report = quotas.report(sender.member(), sender.community(), limits);
        List<Phrase> faults = new ArrayList<>(quote.faults());
        Forecast.breaches(report, request, offer.price()).forEach(breach -> faults.add(Forecast.sentence(breach)));
        return new Quote(quote.offer(), faults, quote.notes(), quote.eta());
    }

    /** Offer and faults of the request, and who was passed over; limits are not looked at. Asks the platform of the place. */
    Offered offer(VideoRequest request, Destination destination) {
        List<Phrase> faults = new ArrayList<>(check.faults(request));
        market.ways().hindrance(destination).ifPresent(faults::add);
        Router.Decision decision = Router.decide(
                market.providers().all(), market.providers().routes(), request, new Jury(request), clock.instant());
        Optional<Candidate> candidate = switch (decision) {
            case Router.Decision.Chosen(Candidate chosen, List<Skip> _) -> Optional.of(chosen);
            case Router.Decision.Nobody(Optional<Candidate> closest, List<Phrase> reasons, List<Skip> _) -> {
                faults.addAll(check.told(reasons));
                yield closest;
            }
        };
        Optional<Quote.Offer> offer = candidate.map(chosen -> offer(chosen, request));
        List<Phrase> notes = candidate.map(chosen -> notes(chosen, request)).orElse(List.of());
        Quote quote = new Quote(offer, faults, notes, offer.flatMap(found -> eta.span(plan(found), request)));
        return new Offered(quote, decision.skips());
    }

    private List<Phrase> notes(Candidate chosen, VideoRequest request) {
        List<Phrase> notes = new ArrayList<>(check.notes(request, chosen.model().capabilities()));
        if (!market.held().admits(chosen.provider())) {
            notes.add(Phrase.of("job.note.held"));
        }
        return notes;
    }

    /** Plans by which another gateway could make the clip now, in the order of the route. */
    List<Job.Plan> others(VideoRequest request) {
        return Router.others(market.providers().all(), market.providers().routes(), request, new Jury(request)).stream()
                .map(candidate -> plan(offer(candidate, request)))
                .toList();
    }

    static Job.Plan plan(Quote.Offer offer) {
        return new Job.Plan(offer.provider(), offer.model().id(), offer.price(), offer.model().sample());
    }

    static boolean isDearer(Quote.Offer offer, Optional<Money> agreed) {
        return agreed.isPresent() && offer.price().compareTo(agreed.get()) > 0;
    }

    private Quote.Offer offer(Candidate candidate, VideoRequest request) {
        PriceList.Price price = market.prices().price(candidate, request);
        return new Quote.Offer(candidate.provider().id(), candidate.model(), price.most(), price.assumed());
    }

    /**
     * A quote and who was passed over for it.
     *
     * @param skips in the order of the route
     */
    record Offered(Quote quote, List<Skip> skips) {}

    /** The gateways, what they cost, how they do, what is held back from them, and the ways their clips go. */
    record Market(ProviderDirectory providers, PriceList prices, HealthBook health, HeldWork held, Ways ways) {
        @Inject
        Market {}
    }

    /** What is known of candidates for one request. */
    private final class Jury implements Router.Judge {
        private final VideoRequest request;

        Jury(VideoRequest request) {
            this.request = request;
        }

        @Override
        public List<Phrase> faults(Candidate candidate) {
            return check.faults(request, candidate.model().capabilities());
        }

        @Override
        public boolean isMissingAddress(List<Phrase> faults) {
            return faults.stream().allMatch(fault -> fault.key().equals(FilesCheck.UNREACHABLE));
        }

        @Override
        public Standing standing(String provider) {
            return market.health().standing(provider);
        }

        @Override
        public Money price(Candidate candidate) {
            return market.prices().price(candidate, request).most();
        }

        @Override
        public Optional<Duration> speed(Candidate candidate) {
            return eta.span(plan(offer(candidate, request)), request).map(Quote.Span::typical);
        }
    }
}

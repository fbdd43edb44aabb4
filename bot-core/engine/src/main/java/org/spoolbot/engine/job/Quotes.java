package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.provider.Candidate;
import org.spoolbot.engine.provider.PriceList;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Router;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.quota.Forecast;
import org.spoolbot.engine.quota.LimitResolver;
import org.spoolbot.engine.quota.QuotaBooks;

/** Finds out who would make a clip, for how much, and whether it may be ordered. Starts nothing. */
final class Quotes {
    private final ProviderDirectory providers;
    private final RequestCheck check;
    private final PriceList prices;
    private final LimitResolver resolver;
    private final QuotaBooks quotas;
    private final Eta eta;

    @Inject
    Quotes(
            ProviderDirectory providers,
            RequestCheck check,
            PriceList prices,
            LimitResolver resolver,
            QuotaBooks quotas,
            Eta eta) {
        this.providers = providers;
        this.check = check;
        this.prices = prices;
        this.resolver = resolver;
        this.quotas = quotas;
        this.eta = eta;
    }

    /** Offer, faults of the request, and limits that it would overdraw. */
    Quote quote(Sender sender, VideoRequest request) {
        Quote quote = offer(request);
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

    /** Offer and faults of the request; limits are not looked at. */
    Quote offer(VideoRequest request) {
        List<Phrase> faults = new ArrayList<>(check.faults(request));
        Router.Decision decision = Router.decide(
                providers.all(), request, model -> check.faults(request, model.capabilities()));
        Optional<Candidate> candidate = switch (decision) {
            case Router.Decision.Chosen(Candidate chosen) -> Optional.of(chosen);
            case Router.Decision.Nobody(Optional<Candidate> closest, List<Phrase> reasons) -> {
                faults.addAll(check.told(reasons));
                yield closest;
            }
        };
        Optional<Quote.Offer> offer = candidate.map(chosen -> offer(chosen, request));
        List<Phrase> notes = candidate.map(chosen -> check.notes(request, chosen.model().capabilities())).orElse(List.of());
        return new Quote(offer, faults, notes, offer.flatMap(found -> eta.span(plan(found), request)));
    }

    static Job.Plan plan(Quote.Offer offer) {
        return new Job.Plan(offer.provider(), offer.model().id(), offer.price(), offer.model().sample());
    }

    static boolean isDearer(Quote.Offer offer, Optional<Money> agreed) {
        return agreed.isPresent() && offer.price().compareTo(agreed.get()) > 0;
    }

    private Quote.Offer offer(Candidate candidate, VideoRequest request) {
        PriceList.Price price = prices.price(candidate, request);
        return new Quote.Offer(candidate.provider().id(), candidate.model(), price.most(), price.assumed());
    }
}

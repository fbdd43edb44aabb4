package org.spoolbot.engine.provider;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Money;

/** A judge that knows what the test wrote down; everything else fits, is well and costs one unit. */
final class Panel implements Router.Judge {
    static final Phrase FAULT = Phrase.of("too-short");
    final Set<String> unfit = new HashSet<>();
    final Map<String, Standing> standings = new HashMap<>();
    final Map<String, Money> prices = new HashMap<>();
    final Map<String, Duration> speeds = new HashMap<>();

    @Override
    public List<Phrase> faults(Candidate candidate) {
        return unfit.contains(candidate.model().id()) ? List.of(FAULT) : List.of();
    }

    @Override
    public boolean isMissingAddress(List<Phrase> faults) {
        return faults.stream().allMatch(fault -> fault.key().equals("unreachable"));
    }

    @Override
    public Standing standing(String provider) {
        return standings.getOrDefault(provider, Standing.HEALTHY);
    }

    @Override
    public Money price(Candidate candidate) {
        return prices.getOrDefault(candidate.provider().id(), new Money(1_000_000));
    }

    @Override
    public Optional<Duration> speed(Candidate candidate) {
        return Optional.ofNullable(speeds.get(candidate.provider().id()));
    }
}

package org.spoolbot.api.job;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a request would cost and whether it would be accepted now.
 *
 * @param offer who would make it and for how much; empty if nobody can
 * @param faults everything that is wrong with it, as sentences for the member; empty if it may be ordered
 * @param notes what is done to its files so that the model takes them, as sentences for the member
 * @param eta how long such clips take here, short and long; empty with fewer than 5 samples
 */
public record Quote(Optional<Offer> offer, List<Phrase> faults, List<Phrase> notes, Optional<Span> eta) {
    public Quote {
        requireNonNull(offer, "offer is null");
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
        requireNonNull(eta, "eta is null");
    }

    /**
     * Who would make it.
     *
     * @param provider the provider's id
     * @param model the model
     * @param price the most the member pays
     * @param assumed whether the price is the operator's assumption because the model has none
     */
    public record Offer(String provider, Model model, Money price, boolean assumed) {}

    /**
     * A span of time.
     *
     * @param typical half of such clips are done by then
     * @param slow nine of ten are done by then
     */
    public record Span(Duration typical, Duration slow) {}
}

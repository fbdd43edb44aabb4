package org.spoolbot.engine.provider;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.config.ServerSettings;

/** What a clip costs at most. */
public final class PriceList {
    private final BigDecimal assumedPerSecond;

    @Inject
    PriceList(ServerSettings settings) {
        this(settings.money().assumedPrice());
    }

    /** With a price per second for models that have none. */
    public PriceList(BigDecimal assumedPerSecond) {
        this.assumedPerSecond = assumedPerSecond;
    }

    /** The most that the clip costs a member there. */
    public Price price(Candidate candidate, VideoRequest request) {
        if (candidate.model().sample()) {
            return new Price(Money.ZERO, false);
        }
        Optional<Money> listed = candidate.provider().price(candidate.model(), request);
        return listed.map(money -> new Price(money, false)).orElseGet(() -> assumed(request));
    }

    private Price assumed(VideoRequest request) {
        BigDecimal seconds = BigDecimal.valueOf(request.format().seconds());
        return new Price(Money.of(assumedPerSecond.multiply(seconds)), true);
    }

    /**
     * A price.
     *
     * @param most the most it costs
     * @param assumed whether it is the operator's assumption because the model has none
     */
    public record Price(Money most, boolean assumed) {}
}

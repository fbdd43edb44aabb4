package org.spoolbot.providers.price;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/**
 * The same for every clip.
 *
 * @param perClip in the ledger's currency, 0 or more
 */
public record ClipRate(BigDecimal perClip) implements Tariff {
    public ClipRate {
        requireNonNull(perClip, "perClip is null");
        if (perClip.signum() < 0) {
            throw new IllegalArgumentException("a rate is never negative; write 0 for a free model");
        }
    }

    @Override
    public Optional<Money> estimate(VideoRequest request) {
        return Optional.of(Money.of(perClip));
    }
}

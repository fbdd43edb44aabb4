package org.spoolbot.providers.price;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/**
 * By the token.
 *
 * @param perMillion what a gateway takes for a million tokens
 */
public record TokenRate(RateTable perMillion) implements Tariff {
    private static final int MILLION_DIGITS = 6;

    public TokenRate {
        requireNonNull(perMillion, "perMillion is null");
    }

    @Override
    public Optional<Money> estimate(VideoRequest request) {
        return ofTokens(request, Tokens.estimate(request));
    }

    @Override
    public Optional<Money> ofTokens(VideoRequest request, long tokens) {
        return perMillion.of(request)
                .map(rate -> Money.of(rate.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION_DIGITS)));
    }
}

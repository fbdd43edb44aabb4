package org.spoolbot.providers.price;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/**
 * What a gateway takes for a million tokens, in the ledger's currency.
 *
 * @param perMillion without a video handed in
 * @param perMillionWithVideo with one
 */
public record TokenRate(BigDecimal perMillion, BigDecimal perMillionWithVideo) implements Tariff {
    private static final int MILLION_DIGITS = 6;

    public TokenRate {
        requireNonNull(perMillion, "perMillion is null");
        requireNonNull(perMillionWithVideo, "perMillionWithVideo is null");
        if (perMillion.signum() < 0 || perMillionWithVideo.signum() < 0) {
            throw new IllegalArgumentException("a rate is never negative; write 0 for a free model");
        }
    }

    @Override
    public Optional<Money> estimate(VideoRequest request) {
        BigDecimal rate = request.references(MediaKind.VIDEO).isEmpty() ? perMillion : perMillionWithVideo;
        return Optional.of(price(rate, Tokens.estimate(request)));
    }

    /** Answers do not tell whether a video was handed in: the higher rate is taken, and a member never pays above the card. */
    @Override
    public Optional<Money> ofTokens(long tokens) {
        return Optional.of(price(perMillion.max(perMillionWithVideo), tokens));
    }

    private static Money price(BigDecimal rate, long tokens) {
        return Money.of(rate.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION_DIGITS));
    }
}

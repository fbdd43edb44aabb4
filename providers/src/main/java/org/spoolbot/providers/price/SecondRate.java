package org.spoolbot.providers.price;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;

/**
 * By the second. Where a video is handed in, its seconds are billed too, and no fewer than the clip's own.
 *
 * @param perSecond what a gateway takes for a second
 */
public record SecondRate(RateTable perSecond) implements Tariff {
    public SecondRate {
        requireNonNull(perSecond, "perSecond is null");
    }

    @Override
    public Optional<Money> estimate(VideoRequest request) {
        int output = request.format().seconds();
        int billed = RateTable.hasVideo(request) ? Math.max(Tokens.inputSeconds(request), output) + output : output;
        return perSecond.of(request).map(rate -> Money.of(rate.multiply(BigDecimal.valueOf(billed))));
    }
}

package org.spoolbot.providers.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/**
 * By the second and resolution. Where a video is handed in, its seconds are billed too, and no fewer than the clip's own.
 *
 * @param perSecond without a video handed in; a resolution that is absent has no known price
 * @param perSecondWithVideo with one
 */
public record SecondRate(Map<Resolution, BigDecimal> perSecond, Map<Resolution, BigDecimal> perSecondWithVideo) implements Tariff {
    public SecondRate {
        perSecond = Map.copyOf(perSecond);
        perSecondWithVideo = Map.copyOf(perSecondWithVideo);
        if (hasNegative(perSecond) || hasNegative(perSecondWithVideo)) {
            throw new IllegalArgumentException("a rate is never negative; write 0 for a free model");
        }
    }

    @Override
    public Optional<Money> estimate(VideoRequest request) {
        boolean withVideo = !request.references(MediaKind.VIDEO).isEmpty();
        Map<Resolution, BigDecimal> rates = withVideo ? perSecondWithVideo : perSecond;
        int output = request.format().seconds();
        int billed = withVideo ? Math.max(Tokens.inputSeconds(request), output) + output : output;
        return Optional.ofNullable(rates.get(request.format().resolution()))
                .map(rate -> Money.of(rate.multiply(BigDecimal.valueOf(billed))));
    }

    private static boolean hasNegative(Map<Resolution, BigDecimal> rates) {
        return rates.values().stream().anyMatch(rate -> rate.signum() < 0);
    }
}

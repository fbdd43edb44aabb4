package org.spoolbot.providers.price;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/**
 * Rates by resolution, in the ledger's currency.
 *
 * @param plain where no video is handed in; a resolution that is absent has no known price
 * @param withVideo where one is
 */
public record RateTable(Map<Resolution, BigDecimal> plain, Map<Resolution, BigDecimal> withVideo) {
    public RateTable {
        plain = Map.copyOf(plain);
        withVideo = Map.copyOf(withVideo);
        if (hasNegative(plain) || hasNegative(withVideo)) {
            throw new IllegalArgumentException("a rate is never negative; write 0 for a free model");
        }
    }

    /** The rate for a request, by its resolution and by whether a video is handed in. */
    Optional<BigDecimal> of(VideoRequest request) {
        Map<Resolution, BigDecimal> rates = hasVideo(request) ? withVideo : plain;
        return Optional.ofNullable(rates.get(request.format().resolution()));
    }

    static boolean hasVideo(VideoRequest request) {
        return !request.references(MediaKind.VIDEO).isEmpty();
    }

    private static boolean hasNegative(Map<Resolution, BigDecimal> rates) {
        return rates.values().stream().anyMatch(rate -> rate.signum() < 0);
    }
}

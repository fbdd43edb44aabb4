package org.spoolbot.providers.sandbox.evolink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Tier;

/** What a clip costs, in credits. */
final class EvolinkPrices {

    private static final BigDecimal CREDITS_PER_DOLLAR = BigDecimal.valueOf(68);
    private static final int DECIMALS = 2;

    /** Dollars a second: 480p, 720p, and the same where a video is handed in. */
    private static final List<String> STANDARD = List.of("0.0919", "0.1985", "0.0560", "0.1209");

    private static final List<String> FAST = List.of("0.0745", "0.1608", "0.0443", "0.0957");

    /** Not published, like those of 1080p: half of the standard ones, as Ark's own are. */
    private static final List<String> MINI = List.of("0.04595", "0.09925", "0.0280", "0.06045");

    private static final BigDecimal AREA_OF_1080P = new BigDecimal("2.25");

    private EvolinkPrices() {}

    static BigDecimal credits(Tier tier, String quality, int seconds, double videoSeconds) {
        boolean video = videoSeconds > 0;
        double billed = video ? Math.max(videoSeconds, seconds) + seconds : seconds;
        return dollarsPerSecond(tier, quality, video)
                .multiply(BigDecimal.valueOf(billed))
                .multiply(CREDITS_PER_DOLLAR)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal dollarsPerSecond(Tier tier, String quality, boolean video) {
        if (quality.equals("1080p")) {
            return dollarsPerSecond(tier, "720p", video).multiply(AREA_OF_1080P);
        }
        List<String> prices = switch (tier) {
            case STANDARD -> STANDARD;
            case FAST -> FAST;
            case MINI -> MINI;
        };
        int column = (video ? 2 : 0) + (quality.equals("480p") ? 0 : 1);
        return new BigDecimal(prices.get(column));
    }
}

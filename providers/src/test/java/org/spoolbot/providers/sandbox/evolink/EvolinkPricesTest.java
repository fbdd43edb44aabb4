package org.spoolbot.providers.sandbox.evolink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Tier;

class EvolinkPricesTest {

    @ParameterizedTest(name = "{0} {1} {2} s, {3} s of video: {4} credits")
    @CsvSource({
        "STANDARD, 480p, 5, 0, 31.25", "STANDARD, 720p, 5, 0, 67.49", "FAST, 480p, 5, 0, 25.33", "FAST, 720p, 8, 0, 87.48",
        "STANDARD, 480p, 5, 2, 38.08", "STANDARD, 720p, 5, 10, 123.32", "FAST, 480p, 4, 3, 24.10", "FAST, 720p, 4, 15, 123.64",
        "STANDARD, 1080p, 5, 0, 151.85", "MINI, 480p, 4, 0, 12.50"
    })
    void aClipCostsItsSecondsAndThoseOfTheVideoHandedIn(Tier tier, String quality, int seconds, double videoSeconds, String credits) {
        assertThat(EvolinkPrices.credits(tier, quality, seconds, videoSeconds)).isEqualByComparingTo(credits);
    }
}

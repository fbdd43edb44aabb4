package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.MediaRules;

/** Whatever is drawn anew must be taken by the model, or the order is paid for nothing. */
class FitPlanPropertyTest {
    @Property
    void everyAttemptIsWithinTheRulesAndNeverLarger(
            @ForAll @IntRange(min = 1, max = 20_000) int width,
            @ForAll @IntRange(min = 1, max = 20_000) int height,
            @ForAll @IntRange(min = 1, max = 500) int minSide,
            @ForAll @IntRange(min = 500, max = 8000) int maxSide,
            @ForAll @IntRange(min = 250_000, max = 60_000_000) int maxArea,
            @ForAll MediaType accepted) {
        MediaRules rules = new MediaRules(
                1,
                1000,
                EnumSet.of(MediaType.JPEG, accepted),
                new MediaRules.PixelRules(minSide, maxSide, 0, Double.MAX_VALUE, 1, maxArea),
                MediaRules.LengthRules.any());
        MediaInfo picture =
                new MediaInfo("a".repeat(64), MediaType.PNG, 2000, Optional.of(new PixelSize(width, height)), Optional.empty());

        for (FitPlan.Attempt attempt : FitPlan.of(picture, rules).attempts()) {
            PixelSize size = attempt.size();
            assertThat(size.width()).isLessThanOrEqualTo(Math.min(width, maxSide));
            assertThat(size.height()).isLessThanOrEqualTo(Math.min(height, maxSide));
            assertThat(size.area()).isLessThanOrEqualTo(maxArea);
            assertThat(Math.min(size.width(), size.height())).isGreaterThanOrEqualTo(minSide);
            assertThat(rules.types()).contains(attempt.type());
            // The shape is kept but for the rounding of a side to a whole pixel.
            double scale = (double) Math.max(size.width(), size.height()) / Math.max(width, height);
            assertThat(Math.min(width, height) * scale).isCloseTo(Math.min(size.width(), size.height()), within(2.0));
        }
    }
}

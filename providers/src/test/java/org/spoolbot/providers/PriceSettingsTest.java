package org.spoolbot.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

class PriceSettingsTest {
    private static final Optional<Map<String, BigDecimal>> NONE = Optional.empty();

    private static Optional<Map<String, BigDecimal>> rates(String name, String rate) {
        return Optional.of(Map.of(name, new BigDecimal(rate)));
    }

    private static PriceSettings perSecond() {
        return new PriceSettings(NONE, NONE, rates("720p", "0.1985"), rates("720p", "0.1209"), Optional.empty(), Optional.of("2026-09-15"));
    }

    private static VideoRequest request(int seconds, Resolution resolution, int videoSeconds) {
        List<Reference> references = videoSeconds == 0
                ? List.of()
                : List.of(new Reference(1, Role.REFERENCE, new MediaInfo(
                        "a".repeat(64), MediaType.MP4, 9, Optional.empty(), Optional.of(Duration.ofSeconds(videoSeconds)))));
        Format format = new Format(seconds, Ratio.LANDSCAPE_16_9, resolution, true);
        Mode mode = references.isEmpty() ? Mode.TEXT : Mode.REFERENCE;
        return new VideoRequest(Prompt.plain("a kite"), mode, references, format, Extras.none(), Optional.empty());
    }

    @ParameterizedTest(name = "{0} s with {1} s of video costs {2}")
    @CsvSource({"5, 0, 0.9925", "8, 0, 1.588", "5, 3, 1.209", "5, 9, 1.6926", "4, 15, 2.2971"})
    void seconds_are_billed_as_the_vendor_says_with_and_without_a_video(int seconds, int video, BigDecimal expected) {
        assertThat(perSecond().tariff().estimate(request(seconds, Resolution.P720, video)).orElseThrow().units())
                .isEqualByComparingTo(expected);
    }

    @Test
    void a_resolution_without_a_rate_has_no_price_rather_than_a_wrong_one() {
        assertThat(perSecond().tariff().estimate(request(5, Resolution.P1080, 0))).isEmpty();
    }

    @Test
    void any_holds_for_all_resolutions_that_are_not_named() {
        Map<String, BigDecimal> rates = Map.of("any", new BigDecimal("46"), "1080p", new BigDecimal("51"));
        PriceSettings price = new PriceSettings(Optional.of(rates), NONE, NONE, NONE, Optional.empty(), Optional.empty());
        assertThat(price.tariff().ofTokens(request(5, Resolution.P720, 0), 1_000_000).orElseThrow().units()).isEqualByComparingTo("46");
        assertThat(price.tariff().ofTokens(request(5, Resolution.P1080, 0), 1_000_000).orElseThrow().units()).isEqualByComparingTo("51");
    }

    @Test
    void a_flat_price_is_the_same_for_every_clip() {
        PriceSettings price = new PriceSettings(NONE, NONE, NONE, NONE, Optional.of(new BigDecimal("0.5")), Optional.empty());
        assertThat(price.tariff().estimate(request(15, Resolution.P480, 0)).orElseThrow().units()).isEqualByComparingTo("0.5");
    }

    @Test
    void every_fault_of_a_price_is_told_at_once() {
        assertThatThrownBy(() -> new PriceSettings(
                        rates("8k", "-1"), NONE, rates("720p", "1"), NONE, Optional.empty(), Optional.of("yesterday")))
                .hasMessageContainingAll("one of per-million-tokens", "8k", "never negative", "as-of");
    }

    @Test
    void the_day_of_a_price_is_known() {
        assertThat(perSecond().day()).contains(LocalDate.of(2026, 9, 15));
    }
}

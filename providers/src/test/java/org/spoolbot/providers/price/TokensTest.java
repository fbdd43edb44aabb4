package org.spoolbot.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

class TokensTest {
    @ParameterizedTest(name = "{1} at {0}, 5 s: {2} tokens")
    @CsvSource({
        "P480, 16:9, 50638", "P480, 4:3, 49761", "P480, 1:1, 48400", "P480, 3:4, 49761", "P480, 9:16, 50638", "P480, 21:9, 50638",
        "P720, 16:9, 108900", "P720, 4:3, 109586", "P720, 1:1, 108900", "P720, 3:4, 109586", "P720, 9:16, 108900", "P720, 21:9, 109431",
        "P1080, 16:9, 245025", "P1080, 4:3, 245388", "P1080, 1:1, 245025", "P1080, 21:9, 246593"
    })
    void the_card_shows_what_the_gateway_will_bill(Resolution resolution, String ratio, long tokens) {
        PixelSize size = PixelTable.size(resolution, Ratio.of(ratio).orElseThrow());
        assertThat(Tokens.count(size, 5, 0)).isEqualTo(tokens);
    }

    @ParameterizedTest(name = "{0} x {1}, {2} s with {3} s of video: {4} tokens")
    @CsvSource({
        "864, 496, 4, 0, 40594", "854, 480, 4, 0, 38830", "854, 480, 5, 0, 48437", "854, 480, 12, 0, 115690", "854, 480, 16, 0, 154120",
        "854, 480, 30, 0, 288625", "1280, 720, 5, 0, 108900", "1280, 720, 10, 0, 216900", "1280, 720, 30, 0, 648900",
        "1920, 1080, 4, 0, 196425", "1920, 1080, 5, 0, 245025", "1664, 1248, 15, 0, 732108", "854, 480, 5, 4, 86867"
    })
    void all_published_usage_figures_are_met_to_the_token(int width, int height, int seconds, int video, long tokens) {
        assertThat(Tokens.count(new PixelSize(width, height), seconds, video)).isEqualTo(tokens);
    }

    @Property
    void a_longer_clip_or_video_never_costs_less(
            @ForAll Resolution resolution,
            @ForAll Ratio ratio,
            @ForAll @IntRange(min = 4, max = 15) int seconds,
            @ForAll @IntRange(max = 15) int video) {
        PixelSize size = PixelTable.size(resolution, ratio);
        long tokens = Tokens.count(size, seconds, video);
        assertThat(Tokens.count(size, seconds + 1, video)).isGreaterThan(tokens);
        assertThat(Tokens.count(size, seconds, video + 1)).isEqualTo(Tokens.count(size, seconds + 1, video));
    }

    @Property
    void an_adaptive_clip_is_never_estimated_below_what_any_shape_costs(
            @ForAll Resolution resolution, @ForAll @IntRange(min = 4, max = 15) int seconds) {
        long adaptive = Tokens.count(PixelTable.size(resolution, Ratio.ADAPTIVE), seconds, 0);
        assertThat(Arrays.stream(Ratio.values()).mapToLong(ratio -> Tokens.count(PixelTable.size(resolution, ratio), seconds, 0)))
                .allMatch(tokens -> tokens <= adaptive);
    }
}

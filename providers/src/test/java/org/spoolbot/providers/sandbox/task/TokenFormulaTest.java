package org.spoolbot.providers.sandbox.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

class TokenFormulaTest {

    @ParameterizedTest(name = "{0} x {1}, {2} s + {3} s of video = {4}")
    @DisplayName("a bill estimated here equals every published one")
    @CsvSource({
        "864, 496, 4, 0, 40594",
        "1280, 720, 5, 0, 108900",
        "1664, 1248, 15, 0, 732108",
        "854, 480, 4, 0, 38830",
        "854, 480, 5, 0, 48437",
        "1280, 720, 10, 0, 216900",
        "1280, 720, 30, 0, 648900",
        "1920, 1080, 5, 0, 245025",
        "1920, 1080, 4, 0, 196425",
        "854, 480, 12, 0, 115690",
        "854, 480, 16, 0, 154120",
        "854, 480, 30, 0, 288625",
        "854, 480, 5, 4, 86867",
    })
    void matchesPublishedUsage(int width, int height, double output, double input, long tokens) {
        assertThat(TokenFormula.tokens(new FrameSize(width, height), output, input)).isEqualTo(tokens);
    }

    @ParameterizedTest(name = "{0} {1} = {2}")
    @DisplayName("every size costs for five seconds what the price table says")
    @CsvSource({
        "480p, 16:9, 50638", "480p, 4:3, 49761", "480p, 1:1, 48400", "480p, 3:4, 49761", "480p, 9:16, 50638", "480p, 21:9, 50638",
        "720p, 16:9, 108900", "720p, 4:3, 109586", "720p, 1:1, 108900", "720p, 3:4, 109586", "720p, 9:16, 108900", "720p, 21:9, 109431",
        "1080p, 16:9, 245025", "1080p, 4:3, 245388", "1080p, 1:1, 245025", "1080p, 3:4, 245388", "1080p, 9:16, 245025",
        "1080p, 21:9, 246593",
    })
    void matchesPriceTable(String resolution, String ratio, long tokens) {
        assertThat(TokenFormula.tokens(FrameSizes.of(resolution, ratio), 5, 0)).isEqualTo(tokens);
    }
}

package org.spoolbot.providers.sandbox.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

class FrameSizesTest {

    @ParameterizedTest(name = "a picture of {0} x {1} gives a clip of {2}")
    @CsvSource({"1920, 1080, 16:9", "800, 600, 4:3", "500, 520, 1:1", "600, 900, 3:4", "1080, 1920, 9:16", "2400, 1000, 21:9"})
    void adaptiveFollowsTheFirstPicture(int width, int height, String ratio) {
        assertThat(FrameSizes.adaptive(Optional.of(new FrameSize(width, height)))).isEqualTo(ratio);
    }

    @Test
    void adaptiveWithoutPictureIsWide() {
        assertThat(FrameSizes.adaptive(Optional.empty())).isEqualTo("16:9");
    }
}

package org.spoolbot.engine.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource(value = {"vidoe, video", "quota, quota", "qeue, queue", "hist, history", "xyzzy, NULL", "v, NULL"}, nullValues = "NULL")
    void aSlipIsGuessedAndNonsenseIsNot(String typed, String meant) {
        List<String> known = List.of("video", "queue", "quota", "history");
        assertThat(Nearest.to(typed, known).orElse(null)).isEqualTo(meant);
    }

    @Property(tries = 200)
    void theDistanceIsTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 8) String one, @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
        assertThat(Nearest.distance(one, one)).isZero();
    }
}

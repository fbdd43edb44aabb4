package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Property(tries = 200)
    void inNoSecondAreThereMoreCallsThanAllowed(
            @ForAll @DoubleRange(min = 0.2, max = 200) double perSecond,
            @ForAll @Size(40) List<@IntRange(min = 0, max = 700) Integer> pauses) {
        Pace pace = new Pace();
        List<Instant> calls = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            now = pace.free(perSecond, now);
            pace.spend(perSecond, now);
            calls.add(now);
        }

        for (Instant call : calls) {
            long within = calls.stream()
                    .filter(other -> !other.isBefore(call) && other.isBefore(call.plusSeconds(1)))
                    .count();
            assertThat(within).isLessThanOrEqualTo((long) Math.ceil(perSecond) + (long) (perSecond / 100));
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotStopTheCalls() {
        Pace pace = new Pace();
        pace.spend(1, START);

        assertThat(pace.free(1, START)).isEqualTo(START.plusSeconds(1));
        assertThat(pace.free(1, START.minus(Duration.ofHours(1)))).isEqualTo(START.minus(Duration.ofHours(1)));
    }

    @Test
    void withoutALimitNothingWaits() {
        Pace pace = new Pace();
        pace.spend(Double.POSITIVE_INFINITY, START);

        assertThat(pace.free(Double.POSITIVE_INFINITY, START)).isEqualTo(START);
    }
}

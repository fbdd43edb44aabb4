package org.spoolbot.discord.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

class SizeLimitsTest {
    private static final long MIB = 1L << 20;

    private final SettableClock clock = SettableClock.atTen();
    private final SizeLimits limits = new SizeLimits(clock);

    @Test
    void aServerThatTakesLessThanItsBoostsPromiseGetsWhatEveryServerTakes() {
        assertThat(limits.refused("server", 50 * MIB, 30 * MIB)).isEqualTo(10 * MIB);
        assertThat(limits.limit("server", 50 * MIB)).isEqualTo(10 * MIB);
        assertThat(limits.limit("another", 50 * MIB)).isEqualTo(50 * MIB);
    }

    @Test
    void belowWhatEveryServerTakesItIsSteppedDownFurther() {
        assertThat(limits.refused("server", 10 * MIB, 8 * MIB)).isEqualTo(6 * MIB);
        assertThat(limits.refused("server", 10 * MIB, 6 * MIB)).isEqualTo(6 * MIB / 4 * 3);
    }

    @Test
    void aRefusalIsForgottenAfterAnHourBecauseBoostsComeBack() {
        limits.refused("server", 50 * MIB, 30 * MIB);
        clock.advance(Duration.ofHours(1));

        assertThat(limits.limit("server", 50 * MIB)).isEqualTo(50 * MIB);
    }

    @Test
    void aServerThatLosesItsBoostsIsBelievedAtOnce() {
        limits.refused("server", 100 * MIB, 60 * MIB);

        assertThat(limits.limit("server", 8 * MIB)).isEqualTo(8 * MIB);
    }
}

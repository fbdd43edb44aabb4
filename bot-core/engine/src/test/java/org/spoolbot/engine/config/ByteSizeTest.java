package org.spoolbot.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    private static final Map<String, Integer> POWERS = Map.of("", 0, " B", 0, "KiB", 1, " MiB", 2, " GiB", 3);

    @Property
    void aSizeIsItsNumberTimesItsUnitOrNoSizeAtAll(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long amount) {
        POWERS.forEach((unit, power) -> {
            BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(1024).pow(power));
            boolean fits = exact.bitLength() < 64;

            assertThat(ByteSize.parse(amount + unit).map(size -> BigInteger.valueOf(size.bytes())))
                    .isEqualTo(fits ? Optional.of(exact) : Optional.empty());
        });
    }

    @Property
    void noTextEndsTheReading(@ForAll String text) {
        assertThat(ByteSize.parse(text)).satisfiesAnyOf(
                size -> assertThat(size).isEmpty(), size -> assertThat(size.orElseThrow().bytes()).isNotNegative());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 GB", "5gib", "-1 MiB", "1.5 GiB", "MiB", "1  MiB", "1000000000000", "\u0663 MiB"})
    void aSizeInAnotherFormIsRefusedInsteadOfGuessed(String text) {
        assertThat(ByteSize.parse(text)).isEmpty();
    }
}

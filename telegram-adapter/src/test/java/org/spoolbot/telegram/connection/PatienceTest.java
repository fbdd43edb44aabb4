package org.spoolbot.telegram.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    @Test
    void trap10AfterALongOutageTheNextTryIsNeverMoreThanHalfAMinuteAway() {
        Patience patience = new Patience();

        assertThat(LongStream.generate(patience::nextBackOffMillis).limit(200).max()).hasValue(30_000);
        patience.reset();
        assertThat(patience.nextBackOffMillis()).isEqualTo(500);
    }

    @Test
    void trap8AWishForPeaceIsHeardOnce() {
        Patience patience = new Patience();
        patience.ask(Duration.ofSeconds(40));

        assertThat(patience.nextBackOffMillis()).isEqualTo(40_000);
        assertThat(patience.nextBackOffMillis()).isLessThan(40_000);
    }
}

package org.spoolbot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

class WatchdogTest {
    private final SettableClock clock = SettableClock.atTen();

    @Test
    void aCommandThatHangsIsReportedOnceAndAQuickOneNever() {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Watchdog watchdog = new Watchdog(clock, due -> {}, executor);
            try (Watchdog.Watch _ = watchdog.watch("command /slow")) {
                assertThat(watchdog.inspect(clock.instant().plusSeconds(9))).isZero();
                clock.advance(Duration.ofSeconds(11));
                watchdog.watch("command /quick").close();
                assertThat(watchdog.inspect(clock.instant())).isEqualTo(1);
                assertThat(watchdog.inspect(clock.instant())).isZero();
            }
            clock.advance(Duration.ofMinutes(1));
            assertThat(watchdog.inspect(clock.instant())).isZero();
        }
    }
}

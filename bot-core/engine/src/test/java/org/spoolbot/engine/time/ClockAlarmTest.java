package org.spoolbot.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.spoolbot.testkit.SettableClock;

@Timeout(10)
class ClockAlarmTest {
    private final SettableClock clock = SettableClock.atTen();
    private final ClockAlarm alarm = new ClockAlarm(clock);

    @Test
    void whatIsDueIsNotWaitedFor() throws InterruptedException {
        alarm.until(clock.instant());
        alarm.until(Instant.MIN, new Bell());
    }

    @Test
    void aRingThatCameBeforeTheWaitIsNotLost() throws InterruptedException {
        Bell bell = new Bell();
        bell.ring();
        bell.ring();

        alarm.until(Instant.MAX, bell);

        assertThat(bell.await(Duration.ZERO)).isFalse();
    }

    @Test
    void aRingEndsALongWait() throws InterruptedException {
        Bell bell = new Bell();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                alarm.until(clock.instant().plus(Duration.ofDays(1)), bell);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        bell.ring();

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void aStandingClockMakesNobodyEarly() throws InterruptedException {
        Instant due = clock.instant().plusMillis(20);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                alarm.until(due);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(waiting.join(Duration.ofMillis(60))).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
    }
}

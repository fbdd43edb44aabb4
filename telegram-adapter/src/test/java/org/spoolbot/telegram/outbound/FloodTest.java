package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.testkit.SettableClock;

class FloodTest {
    private static final long GROUP = -100;

    @Property(tries = 200)
    void wheneverCallsComeTheirRateIsKept(@ForAll @Size(min = 1, max = 80) List<@IntRange(max = 9_000) Integer> gaps) {
        Rate rate = Rate.GROUP;
        Bucket bucket = new Bucket(rate);
        Instant now = Instant.parse("2026-11-21T10:00:00Z");
        List<Instant> sent = new ArrayList<>();
        for (int gap : gaps) {
            now = now.plusMillis(gap);
            Instant then = now.plus(bucket.wait(now));
            bucket.pay(then);
            sent.add(then);
        }

        for (Instant start : sent) {
            Instant end = start.plus(Duration.ofMinutes(1));
            assertThat(sent.stream().filter(one -> !one.isBefore(start) && one.isBefore(end)).count()).isLessThanOrEqualTo(20);
        }
        assertThat(sent).isSorted();
    }

    @Test
    void whoComesFirstGoesFirstAndNobodyWaitsLongerThanAMinute() throws Exception {
        SettableClock clock = SettableClock.atTen();
        List<Duration> waits = new ArrayList<>();
        Flood flood = new Flood(clock, pause -> {
            waits.add(pause);
            return true;
        });

        for (int number = 0; number < 19; number++) {
            assertThat(flood.await(GROUP)).isInstanceOf(Flood.Turn.Now.class);
        }
        waits.removeIf(pause -> pause.compareTo(Duration.ofSeconds(1)) < 0);
        assertThat(waits).isSorted();
        Flood.Turn late = flood.await(GROUP);
        while (late instanceof Flood.Turn.Now) {
            late = flood.await(GROUP);
        }
        assertThat(((Flood.Turn.TooLate) late).pause()).isGreaterThan(Flood.LONGEST_WAIT);
    }

    @Test
    void aPauseThatTelegramWantsWhileOthersWaitHoldsForThemToo() throws Exception {
        VirtualTime time = new VirtualTime();
        Flood flood = new Flood(time, time);
        Instant start = time.instant();
        List<Callable<Duration>> work = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            work.add(() -> {
                assertThat(flood.await(7)).isInstanceOf(Flood.Turn.Now.class);
                return Duration.between(start, time.instant());
            });
        }
        work.add(() -> {
            time.until(Duration.ofMillis(1_500));
            flood.refused(7, Duration.ofSeconds(20));
            return Duration.ZERO;
        });

        List<Duration> turns = time.together(work).subList(0, 8);

        assertThat(turns).allSatisfy(turn -> assertThat(turn.toMillis()).satisfiesAnyOf(
                early -> assertThat(early).isLessThanOrEqualTo(1_500), late -> assertThat(late).isGreaterThanOrEqualTo(21_500)));
        assertThat(turns.stream().filter(turn -> turn.toMillis() >= 21_500).map(Duration::toSeconds).distinct().count())
                .as("no burst after the pause")
                .isEqualTo(turns.stream().filter(turn -> turn.toMillis() >= 21_500).count());
    }

    @Test
    void whoWaitsForItsTurnWhenTheServerStopsIsLetGo() throws Exception {
        Pauses pauses = new Pauses(new NeverLater());
        SettableClock clock = SettableClock.atTen();
        Flood flood = new Flood(clock, pauses);
        while (flood.hasRoom(GROUP)) {
            clock.advance(Duration.ofMillis(200));
        }
        AtomicReference<Flood.Turn> turn = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            try {
                for (Flood.Turn next = flood.await(GROUP); ; next = flood.await(GROUP)) {
                    turn.set(next);
                    if (!(next instanceof Flood.Turn.Now)) {
                        return;
                    }
                }
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            } finally {
                ended.countDown();
            }
        });

        pauses.close();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(turn.get()).isInstanceOf(Flood.Turn.Stopped.class);
        assertThat(flood.await(1)).isInstanceOf(Flood.Turn.Stopped.class);
    }

    private static final class NeverLater implements TaskScheduler {
        @Override
        public Registration after(Duration delay, Runnable task) {
            return () -> {};
        }

        @Override
        public Registration every(Duration pause, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Registration start(Runnable task) {
            throw new UnsupportedOperationException();
        }
    }
}

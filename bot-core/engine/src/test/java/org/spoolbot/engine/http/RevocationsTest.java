package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.testkit.SettableClock;

class RevocationsTest {
    private static final Duration LIFE = Duration.ofDays(2);

    @TempDir
    Path home;

    private final SettableClock clock = SettableClock.atTen();

    @Test
    void theListForgetsWhatNoLinkCanOutlive() throws Exception {
        Path file = home.resolve("ended");
        Revocations before = new Revocations(file, clock, LIFE);
        before.end(1);
        clock.advance(LIFE.plusSeconds(1));
        before.end(-2);
        Instant now = clock.instant();

        Revocations after = new Revocations(file, clock, LIFE);

        assertThat(after.ended(-2, now)).isTrue();
        assertThat(after.ended(1, now.minus(LIFE.plusDays(1)))).isFalse();
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void aLineThatWasHalfWrittenCostsOnlyItself() throws Exception {
        Path file = home.resolve("ended");
        new Revocations(file, clock, LIFE).end(7);
        Files.writeString(file, Files.readString(file) + "17635");

        assertThat(new Revocations(file, clock, LIFE).ended(7, clock.instant())).isTrue();
    }

    @Test
    void theFileStaysSmallHoweverOftenJobsEnd() throws Exception {
        Path file = home.resolve("ended");
        Revocations list = new Revocations(file, clock, LIFE);
        for (int time = 0; time < 5_000; time++) {
            list.end(time % 3);
        }

        assertThat(Files.readAllLines(file)).hasSizeLessThan(4_100);
    }
}

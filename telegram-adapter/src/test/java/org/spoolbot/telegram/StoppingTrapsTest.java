package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.spoolbot.telegram.fake.Faults;

/** What the library does wrong when it is to stop, by the numbers of the list that we keep of it. */
@Isolated("looks at the threads of the whole process and at how long it takes")
final class StoppingTrapsTest {
    private static final Duration PATIENCE = Bench.PATIENCE;

    @TempDir
    Path folder;

    @Test
    void trap14StoppingBreaksOffAnOpenPollAndLeavesNoThread() {
        Bench bench = new Bench(folder);
        bench.awaitUp();
        assertThat(bench.telegram.updates().awaitPoll(PATIENCE)).isTrue();

        Instant before = Instant.now();
        bench.platform.stop();
        Duration took = Duration.between(before, Instant.now());

        assertThat(took).isLessThan(Duration.ofSeconds(1));
        await().atMost(PATIENCE).until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("telegram-poll") || thread.getName().startsWith("pool-") && !thread.isDaemon()));
        bench.close();
    }

    @Test
    void trap14StoppingWhileTelegramIsSilentTakesNoLonger() {
        AtomicReference<Faults.Hold> silence = new AtomicReference<>();
        Bench bench = new Bench(folder, setup -> setup.before = telegram -> silence.set(telegram.faults().hold("getMe")));
        assertThat(silence.get().awaitWaiting(1, PATIENCE)).isTrue();

        Instant before = Instant.now();
        bench.platform.stop();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
        silence.get().release();
        bench.close();
    }
}

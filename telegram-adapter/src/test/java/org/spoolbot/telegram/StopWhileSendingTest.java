package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Chat;

/** The server stops while messages wait for their turn. */
final class StopWhileSendingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void whatWaitsForItsTurnIsLetGoAndSaysThatItWasNotSent() throws Exception {
        try (Bench bench = new Bench(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Chat group = bench.telegram.world().supergroup("Makers");
            String id = Long.toString(group.id());
            Destination place = new Destination("telegram", Optional.of(new Community("telegram", id)), id, Optional.empty(), Optional.empty());
            List<SendResult> results = new CopyOnWriteArrayList<>();
            Future<?> sending = threads.submit(() -> {
                for (int number = 0; number < 25; number++) {
                    results.add(bench.platform.send(place, Message.of("result " + number)));
                }
            });
            await().atMost(PATIENCE).until(() -> !results.isEmpty());

            bench.platform.stop();

            sending.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(results).hasSize(25);
            assertThat(results.getLast()).isInstanceOf(SendResult.Unreachable.class);
            int sent = (int) results.stream().filter(SendResult::isSent).count();
            int unknown = (int) results.stream().filter(SendResult.UnknownOutcome.class::isInstance).count();
            assertThat(unknown).as("under way at the stop").isLessThanOrEqualTo(1);
            assertThat(group.fromBot()).hasSizeBetween(sent, sent + unknown);
        }
    }
}

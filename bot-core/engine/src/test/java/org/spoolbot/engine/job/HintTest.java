package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;

/** Callbacks at a clock that stands still: without them nothing would ever be asked. */
@Timeout(20)
class HintTest {
    @TempDir
    Path folder;

    private final CountDownLatch waiting = new CountDownLatch(1);
    private World.Outside outside;
    private World world;
    private PollDesk desk;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
        desk = new PollDesk(
                world.get(ProviderDirectory.class),
                world.executor,
                new StandingStill(),
                outside.clock,
                world.get(ServerSettings.class),
                world.get(PollJournal.class));
        desk.start();
    }

    @AfterEach
    void close() {
        desk.stop();
        world.close();
    }

    @Test
    void aClipWhoseCallbackComesIsBroughtAtOnce() throws Exception {
        Job job = submitted();
        Future<Optional<TaskState>> end = world.executor.submit(() -> desk.await(job));
        waiting.await();

        happened("studio", "task-j1");

        assertThat(end.get(10, TimeUnit.SECONDS)).contains(ScriptedGateway.ready());
        assertThat(outside.gateway.asked).containsExactly(Set.of("task-j1"));
    }

    @Test
    void aCallbackThatOvertakesTheCreateAnswerIsNotLost() throws Exception {
        Job job = submitted();
        happened("studio", "task-j1");
        happened("studio", "task-j1");
        outside.clock.advance(Duration.ofSeconds(3));

        assertThat(world.executor.submit(() -> desk.await(job)).get(10, TimeUnit.SECONDS)).contains(ScriptedGateway.ready());
    }

    @Test
    void aCallbackOfAnotherGatewayOrOfNoTaskOfOursChangesNothing() throws Exception {
        Job job = submitted();
        Future<Optional<TaskState>> end = world.executor.submit(() -> desk.await(job));
        waiting.await();

        happened("other", "task-j1");
        happened("studio", "task-j2");

        assertThat(outside.gateway.asked).isEmpty();
        desk.abandon(job.id());
        assertThat(end.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void aHintOfNobodysTaskIsForgottenAfterAMinuteAndMillionsTakeNoRoom() {
        EarlyHints early = new EarlyHints();
        Instant now = outside.clock.instant();
        early.remember(new EarlyHints.Task("studio", "old"), now);
        assertThat(early.take(new EarlyHints.Task("studio", "old"), now.plusSeconds(61))).isFalse();

        for (int i = 0; i <= EarlyHints.MOST; i++) {
            early.remember(new EarlyHints.Task("studio", "t" + i), now);
        }
        assertThat(early.take(new EarlyHints.Task("studio", "t0"), now)).isFalse();
        assertThat(early.take(new EarlyHints.Task("studio", "t1"), now)).isTrue();
        assertThat(early.take(new EarlyHints.Task("studio", "t1"), now)).isFalse();
    }

    private void happened(String provider, String task) {
        world.get(ProviderDirectory.class).hints().tell(provider, task);
    }

    private Job submitted() throws InterruptedException {
        world.order();
        Job claimed = outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        return world.get(Submission.class).submit(claimed);
    }

    private final class StandingStill implements Alarm {
        @Override
        public void until(Instant due) {
            throw new AssertionError("nobody waits without a bell");
        }

        @Override
        public void until(Instant due, Bell bell) throws InterruptedException {
            if (due.isAfter(outside.clock.instant())) {
                if (!due.equals(Instant.MAX)) {
                    waiting.countDown();
                }
                bell.await();
            }
        }
    }
}

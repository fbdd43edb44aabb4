package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.SubmitOutcome;

@Timeout(20)
class LostOrderTest {
    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
        outside.gateway.submits.add(new SubmitOutcome.Unknown("reset"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aClipWhoseOrderWasConfirmedToNobodyIsFoundAndDelivered() throws InterruptedException {
        outside.gateway.shown = Optional.of(Set.of("task-7"));

        Job job = world.liveThrough();

        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.work().taskId()).contains("task-7");
        assertThat(outside.gateway.orders).as("paid calls").hasSize(1);
        assertThat(world.events.alerts).isEmpty();
    }

    @Test
    void aListThatLagsBehindOrFailsIsAskedAgain() throws InterruptedException {
        outside.gateway.shown = Optional.of(Set.of());
        outside.gateway.traces.addAll(List.of(Set.of(), ScriptedGateway.down(), Set.of("task-7")));

        assertThat(world.liveThrough().status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void anOrderThatIsFoundNowhereStaysUnclear() throws InterruptedException {
        outside.gateway.shown = Optional.of(Set.of());

        Job job = world.liveThrough();

        assertThat(job.state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        assertThat(job.receipt().standing()).isEqualTo(Receipt.Standing.HELD);
        assertThat(outside.gateway.traced).isEqualTo(4);
        assertThat(world.events.alerts).contains("submit-ambiguous");
    }

    @Test
    void nobodyGetsOneOfTwoTasksThatLookAlike() throws InterruptedException {
        outside.gateway.shown = Optional.of(Set.of("task-7", "task-8"));

        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
    }

    @Test
    void aTaskOfAnotherJobIsNotTakenFromIt() throws InterruptedException {
        outside.gateway.submits.addFirst(new SubmitOutcome.Accepted("task-7", Optional.empty()));
        world.liveThrough();
        outside.gateway.shown = Optional.of(Set.of("task-7"));

        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
    }

    @Test
    void twoOrdersLostTogetherDoNotShareTheOneTaskThatIsThere() throws InterruptedException {
        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        outside.clock.advance(Duration.ofSeconds(30));
        outside.gateway.submits.add(new SubmitOutcome.Unknown("reset"));
        outside.gateway.shown = Optional.of(Set.of("task-7"));

        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
    }

    @Test
    void anOrderLostDaysAfterAnotherIsFoundNevertheless() throws InterruptedException {
        assertThat(world.liveThrough().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        outside.clock.advance(Duration.ofDays(2));
        outside.gateway.submits.add(new SubmitOutcome.Unknown("reset"));
        outside.gateway.shown = Optional.of(Set.of("task-7"));

        assertThat(world.liveThrough().status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void anOrderCutOffByACrashIsLookedForBeforeItIsGivenUp() throws InterruptedException {
        outside.gateway.submits.clear();
        outside.gateway.shown = Optional.of(Set.of("task-7"));
        JobId id = world.order();
        outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        CountDownLatch over = world.untilOver(id);

        world.get(Recovery.class).recover();

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(world.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(outside.gateway.orders).as("paid calls").isEmpty();
    }
}

package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobStatus;

/** Two processes with one token would make, and pay, what members ask for twice. */
@Timeout(20)
class HeldWorkTest {
    private static final Phrase NOTE = Phrase.of("job.note.held");

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        outside.storage.held = 0;
        world = started();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private World started() {
        World made = new World(outside);
        made.get(HeldWork.class).start();
        return made;
    }

    private void conflict() {
        world.events.fire(new TokenConflictEvent("chat", "40060 twice"));
    }

    private void claimed(JobId id) throws InterruptedException {
        CountDownLatch over = world.untilOver(id);
        world.get(JobRunner.class).claimAll();
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingIsPaidBeforeAnOwnerSaysGoNeitherWhatWaitedNorWhatIsAskedForNow() throws InterruptedException {
        JobId waiting = world.order();
        conflict();
        JobId later = world.order();
        world.get(JobRunner.class).claimAll();

        assertThat(outside.gateway.orders).isEmpty();
        assertThat(world.status(waiting)).isEqualTo(JobStatus.QUEUED);
        assertThat(world.status(later)).isEqualTo(JobStatus.QUEUED);
        assertThat(world.events.alerts).containsExactly("token-conflict");
        assertThat(world.get(JobService.class).releaseHeld(World.MODERATOR).done()).isFalse();
        world.get(JobRunner.class).claimAll();
        assertThat(outside.gateway.orders).isEmpty();

        assertThat(world.get(JobService.class).releaseHeld(World.OWNER).done()).isTrue();
        claimed(later);
        assertThat(outside.gateway.orders).isNotEmpty();
    }

    @Test
    void aRestartDoesNotMakeTheOtherProcessGoAway() {
        JobId waiting = world.order();
        conflict();
        world.close();
        world = started();
        world.get(JobRunner.class).claimAll();

        assertThat(world.status(waiting)).isEqualTo(JobStatus.QUEUED);
        assertThat(outside.gateway.orders).isEmpty();
        assertThat(world.events.alerts).as("owners are told again").containsExactly("token-conflict");
        assertThat(world.get(HeldWork.class).conflict()).contains("chat");
    }

    @Test
    void whatAnOwnerLetGoStaysLetGoAfterARestart() {
        conflict();
        world.get(JobService.class).releaseHeld(World.OWNER);
        world.close();
        world = started();

        assertThat(world.get(HeldWork.class).conflict()).isEqualTo(Optional.empty());
        assertThat(world.events.alerts).isEmpty();
    }

    @Test
    void samplesCostNothingAndGoOn() throws InterruptedException {
        outside.gateway.sample = true;
        JobId sample = world.order();
        conflict();

        assertThat(world.get(JobService.class).quote(World.ADA, World.request("a kite"), World.inTown()).notes()).doesNotContain(NOTE);
        claimed(sample);
        assertThat(world.status(sample)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void whoeverLooksAtACardLearnsThatItWillWait() {
        assertThat(world.get(JobService.class).quote(World.ADA, World.request("a kite"), World.inTown()).notes()).doesNotContain(NOTE);
        conflict();

        assertThat(world.get(JobService.class).quote(World.ADA, World.request("a kite"), World.inTown()).notes()).contains(NOTE);
    }
}

package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.provider.SubmitOutcome;

@Timeout(60)
class FarewellTest {
    private static final int MORE_THAN_ALL_STEPS = 40;

    @TempDir
    Path folder;

    @Test
    void aCrashAtAnyStepOfAFailingJobStillTellsItsMemberOnce() throws InterruptedException {
        boolean survived = false;
        for (int steps = 0; steps < MORE_THAN_ALL_STEPS && !survived; steps++) {
            World.Outside outside = new World.Outside(folder);
            JobId id = crashAfter(outside, steps);
            survived = told(outside, id);
            restart(outside, id);
            restart(outside, id);
            String where = "crash after " + steps + " steps";
            assertThat(outside.books.find(id).orElseThrow().status()).as(where).isEqualTo(JobStatus.FAILED);
            assertThat(told(outside, id)).as(where + ": noted").isTrue();
            assertThat(farewells(outside)).as(where + ": messages in the chat").isEqualTo(1);
        }
        assertThat(survived).as("the last round ran through").isTrue();
    }

    @Test
    void aMemberWhoWasToldIsNotToldAgainByTheNextStart() throws InterruptedException {
        World.Outside outside = new World.Outside(folder);
        JobId id = crashAfter(outside, MORE_THAN_ALL_STEPS);
        int before = outside.chat.sent.size();

        restart(outside, id);

        assertThat(outside.chat.sent).hasSize(before);
    }

    @Test
    void aChatThatIsAwayForADayHearsOfTheFailureWhenItIsBack() throws InterruptedException {
        World.Outside outside = new World.Outside(folder);
        outside.chat.answers.add(new SendResult.SlowDown(Duration.ofHours(1)));
        for (int i = 0; i < 140; i++) {
            outside.chat.answers.add(new SendResult.Unreachable("offline"));
        }
        JobId id = crashAfter(outside, 1_000);

        assertThat(farewells(outside)).isEqualTo(1);
        assertThat(told(outside, id)).isTrue();
    }

    @Test
    void aPlaceThatIsGoneIsNotAskedAtEveryStart() throws InterruptedException {
        World.Outside outside = new World.Outside(folder);
        outside.chat.answers.add(new SendResult.Gone("deleted"));
        JobId id = crashAfter(outside, 1_000);

        assertThat(outside.books.find(id).orElseThrow().work().delivery()).isEqualTo(Job.Delivery.IMPOSSIBLE);
    }

    private static JobId crashAfter(World.Outside outside, int steps) throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.CONTENT_POLICY, "no", Optional.empty()));
        try (World world = new World(outside)) {
            JobId id = world.order();
            outside.fuse.burnAfter(steps);
            try {
                world.live(id);
            } catch (Fuse.Crash crash) {
                outside.fuse.defuse();
            }
            outside.fuse.defuse();
            return id;
        }
    }

    /** A start that goes on with what was left, and its end in order. */
    private static void restart(World.Outside outside, JobId id) throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.CONTENT_POLICY, "no", Optional.empty()));
        World world = new World(outside);
        world.get(Recovery.class).recover();
        world.get(JobRunner.class).claimAll();
        world.executor.shutdown();
        assertThat(world.executor.awaitTermination(10, TimeUnit.SECONDS)).as("the life of " + id + " ends").isTrue();
        outside.gateway.submits.clear();
    }

    private static boolean told(World.Outside outside, JobId id) {
        Job job = outside.books.find(id).orElseThrow();
        return job.status() == JobStatus.FAILED && job.work().delivery() != Job.Delivery.PENDING;
    }

    /** The messages that tell a failure, one per nonce, as a platform that drops repeated nonces shows them. */
    private static long farewells(World.Outside outside) {
        return outside.chat.sent.stream()
                .filter(message -> message.text().startsWith("job.failed"))
                .map(message -> message.envelope().nonce())
                .distinct()
                .count();
    }
}

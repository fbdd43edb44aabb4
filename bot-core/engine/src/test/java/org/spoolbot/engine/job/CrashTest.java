package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;

@Timeout(60)
class CrashTest {
    /** More than there are steps in a life, so that the last round meets no crash at all. */
    private static final int MORE_THAN_ALL_STEPS = 40;

    @TempDir
    Path folder;

    @Test
    void aCrashAtAnyStepBuysNothingTwiceAndLosesNoClip() throws InterruptedException {
        boolean survived = false;
        for (int steps = 0; steps < MORE_THAN_ALL_STEPS && !survived; steps++) {
            World.Outside outside = new World.Outside(folder);
            JobId id = crashAfter(outside, steps);
            survived = outside.books.find(id).orElseThrow().status() == JobStatus.SUCCEEDED;
            if (!survived) {
                restartAndFinish(outside, id);
            }
            check(outside, id, steps);
        }
        assertThat(survived).as("the last round ran through").isTrue();
    }

    private static JobId crashAfter(World.Outside outside, int steps) throws InterruptedException {
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

    private static void restartAndFinish(World.Outside outside, JobId id) throws InterruptedException {
        try (World world = new World(outside)) {
            CountDownLatch over = world.untilOver(id);
            world.get(Recovery.class).recover();
            world.get(JobRunner.class).claimAll();
            if (!world.status(id).isFinal()) {
                assertThat(over.await(10, TimeUnit.SECONDS)).as("the job ends").isTrue();
            }
        }
    }

    private static void check(World.Outside outside, JobId id, int steps) {
        Job job = outside.books.find(id).orElseThrow();
        String where = "crash after " + steps + " steps";
        assertThat(outside.gateway.orders).as(where + ": bought at most once").hasSizeLessThanOrEqualTo(1);
        assertThat(Set.of(JobStatus.SUCCEEDED, JobStatus.FAILED)).as(where).contains(job.status());
        if (job.status() == JobStatus.SUCCEEDED) {
            assertThat(outside.chat.clips()).as(where + ": one clip in the chat").isEqualTo(1);
            assertThat(job.receipt().standing()).as(where).isEqualTo(Receipt.Standing.CHARGED);
        }
        if (job.status() == JobStatus.FAILED) {
            assertThat(job.state().failure()).as(where).isEqualTo(Optional.of(ErrorKind.SUBMIT_AMBIGUOUS));
            assertThat(job.receipt().standing()).as(where).isEqualTo(Receipt.Standing.HELD);
        }
    }
}

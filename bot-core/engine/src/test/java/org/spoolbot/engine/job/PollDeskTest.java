package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobStatus;

@Timeout(20)
class PollDeskTest {
    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tasksThatAreDueTogetherAreAskedForTogether() {
        PollQueue queue = new PollQueue();
        Instant now = outside.clock.instant();
        for (int i = 0; i < 7; i++) {
            queue.add(ticket(now.plusSeconds(i)));
        }

        java.time.Duration none = java.time.Duration.ZERO;
        assertThat(queue.take(now.plusSeconds(5), 4, none)).hasSize(4);
        assertThat(queue.take(now.plusSeconds(5), 4, none)).hasSize(2);
        assertThat(queue.take(now.plusSeconds(5), 4, none)).isEmpty();
        assertThat(queue.nextDue()).contains(now.plusSeconds(6));
    }

    @Test
    void oneQuestionBringsManyClips() throws Exception {
        outside.gateway.batch = 50;
        List<Job> running = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            running.add(submitted());
        }
        outside.clock.advance(java.time.Duration.ofMinutes(1));
        List<Future<?>> lives = new ArrayList<>();
        for (Job job : running) {
            lives.add(world.executor.submit(() -> world.get(PollDesk.class).await(job)));
        }
        for (Future<?> life : lives) {
            life.get(10, TimeUnit.SECONDS);
        }

        assertThat(outside.gateway.asked.stream().mapToInt(Set::size).sum()).isEqualTo(20);
    }

    @Test
    void aWithdrawnJobIsNotDeliveredWhenItsClipComesLater() throws Exception {
        Job job = submitted();
        for (int i = 0; i < 100_000; i++) {
            outside.gateway.polls.add(ScriptedGateway.running(0.1));
        }
        world.events.subscribe(
                org.spoolbot.api.event.JobChangedEvent.class,
                org.spoolbot.api.event.Subscribe.Priority.MONITOR,
                change -> {
                    if (change.job().status() == JobStatus.CANCELLED) {
                        world.get(PollDesk.class).abandon(change.job().id());
                    }
                });
        Future<?> life = world.executor.submit(() -> {
            world.get(JobLife.class).live(job, () -> {});
            return true;
        });

        world.get(JobService.class).cancel(job.id(), World.ADA);
        life.get(10, TimeUnit.SECONDS);

        assertThat(world.status(job.id())).isEqualTo(JobStatus.CANCELLED);
        assertThat(outside.chat.sent).isEmpty();
    }

    @Test
    void noMoreJobsAreSentThanTheGatewaysMayHave() {
        for (int i = 0; i < 5; i++) {
            world.order();
        }
        // Nobody can end a paid call while the gateway is held.
        synchronized (outside.gateway) {
            world.get(JobRunner.class).claimAll();

            assertThat(world.status(new JobId("j2"))).isEqualTo(JobStatus.SUBMITTING);
            assertThat(world.status(new JobId("j3"))).isEqualTo(JobStatus.QUEUED);
        }
    }

    @Test
    void aStoppingServerSendsClaimedJobsBackUnpaid() throws InterruptedException {
        Job claimed = claimed();
        Submission submission = world.get(Submission.class);
        Thread stopping = Thread.ofVirtual().start(() -> {
            try {
                submission.close(java.time.Duration.ofSeconds(4));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        });
        stopping.join();

        assertThat(submission.submit(claimed).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(outside.gateway.orders).isEmpty();
    }

    private Job claimed() {
        world.order();
        return outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
    }

    private Job submitted() throws InterruptedException {
        return world.get(Submission.class).submit(claimed());
    }

    private PollTicket ticket(Instant due) {
        world.order();
        return new PollTicket(world.job(new JobId("j1")), "task", due, due);
    }
}

package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

@Timeout(20)
class JobFaceTest {
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
    void aWaitingMemberSeesOneMessageWithTheirPlace() throws InterruptedException {
        world.order();
        JobId id = world.order();
        JobFace face = new JobFace(id);
        FacePainter painter = world.get(FacePainter.class);

        assertThat(painter.paint(face)).isTrue();
        assertThat(painter.paint(face)).isTrue();

        assertThat(outside.chat.sent).hasSize(1);
        Message shown = outside.chat.last();
        assertThat(shown.progress().orElseThrow().position()).hasValue(2);
        assertThat(ScriptedChat.buttons(shown)).containsExactly("v1:cancel:" + id);
        assertThat(outside.chat.edits).isEmpty();
    }

    @Test
    void aChangeIsShownOnlyWhenThePlatformTakesAnotherEdit() throws InterruptedException {
        JobId id = world.order();
        JobFace face = new JobFace(id);
        world.get(FacePainter.class).paint(face);

        face.hurry();
        assertThat(face.isDue(outside.clock.instant().plusMillis(4_999))).isFalse();
        assertThat(face.isDue(outside.clock.instant().plusMillis(5_000))).isTrue();
    }

    @Test
    void afterARestartTheSameMessageGoesOn() throws InterruptedException {
        JobId id = world.order();
        world.get(FacePainter.class).paint(new JobFace(id));
        outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant());

        try (World restarted = new World(outside)) {
            restarted.get(FacePainter.class).paint(new JobFace(id));
        }

        assertThat(outside.chat.sent).hasSize(1);
        assertThat(outside.chat.edits).hasSize(1);
    }

    @Test
    void aJobThatMovesOnWhileItsProgressIsSentKeepsThatOneMessage() throws InterruptedException {
        JobId id = world.order();
        JobFace face = new JobFace(id);
        FacePainter painter = world.get(FacePainter.class);
        outside.chat.meanwhile =
                () -> outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant());

        painter.paint(face);
        painter.paint(face);

        assertThat(outside.chat.sent).hasSize(1);
        assertThat(outside.chat.edits).hasSize(1);
    }

    @Test
    void progressThatArrivesAfterTheEndIsTakenAwayAtOnce() throws InterruptedException {
        JobId id = world.order();
        outside.chat.meanwhile = () -> world.get(JobService.class).cancel(id, World.ADA);

        assertThat(world.get(FacePainter.class).paint(new JobFace(id))).isFalse();
        assertThat(outside.chat.deleted).hasSize(1);
    }

    @Test
    void theProgressGoesWhenTheClipStandsThere() throws InterruptedException {
        JobId id = world.order();
        JobFace face = new JobFace(id);
        FacePainter painter = world.get(FacePainter.class);
        painter.paint(face);
        world.live(id);

        assertThat(painter.paint(face)).isFalse();
        assertThat(outside.chat.deleted).hasSize(1);
    }

    @Test
    void progressThatWasLeftWhenTheProcessEndedIsTakenAwayByTheNextStartAndNoLater() throws InterruptedException {
        JobId id = world.order();
        world.get(FacePainter.class).paint(new JobFace(id));
        world.live(id);
        assertThat(outside.books.faced(Optional.empty(), 10)).extracting(Job::id).containsExactly(id);

        for (int start = 0; start < 2; start++) {
            try (World restarted = new World(outside)) {
                restarted.get(Recovery.class).recover();
                restarted.get(JobFaces.class).paintDue();
                restarted.executor.shutdown();
                assertThat(restarted.executor.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
            }
        }

        assertThat(outside.chat.deleted).hasSize(1);
    }

    @Test
    void aCancelledJobSaysWhatBecameOfTheMoney() throws InterruptedException {
        JobId id = world.order();
        JobFace face = new JobFace(id);
        FacePainter painter = world.get(FacePainter.class);
        painter.paint(face);
        world.get(JobService.class).cancel(id, World.ADA);

        assertThat(painter.paint(face)).isFalse();
        assertThat(outside.chat.edits.getLast().text()).contains("job.cancelled").contains("job.receipt.refunded");
        assertThat(outside.chat.edits.getLast().controls()).isEmpty();
    }

    @Test
    void noTimeIsPromisedFromFewerThanFiveClips() {
        assertThat(Eta.range(Collections.nCopies(4, Duration.ofMinutes(1)))).isEmpty();
        assertThat(Eta.range(List.of(seconds(50), seconds(10), seconds(30), seconds(20), seconds(40))))
                .contains(new Eta.Range(seconds(10), seconds(30), seconds(50)));
    }

    @Test
    void theTimeLeftGrowsWithTheQueueAndNeverGoesBelowNothing() throws InterruptedException {
        outside.books.durations = Collections.nCopies(10, Duration.ofMinutes(10));
        JobService jobs = world.get(JobService.class);
        for (int i = 0; i < 4; i++) {
            world.order();
        }
        assertThat(jobs.progress(new JobId("j1"), World.ADA).flatMap(Progress::eta)).hasValueSatisfying(eta -> assertThat(eta).contains("[10]"));
        assertThat(jobs.progress(new JobId("j3"), World.ADA).flatMap(Progress::eta)).hasValueSatisfying(eta -> assertThat(eta).contains("[20]"));

        Job claimed = outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        world.get(Submission.class).submit(claimed);
        outside.clock.advance(Duration.ofMinutes(30));
        assertThat(jobs.progress(new JobId("j1"), World.ADA).flatMap(Progress::eta)).isEmpty();
        assertThat(jobs.progress(new JobId("j1"), World.ADA).orElseThrow().fraction()).hasValue(0.9);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}

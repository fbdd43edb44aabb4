package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.time.Alarm;

/** What becomes of the message that answered an order: no two messages tell of one job. */
class AnsweredOrderTest {
    private static final MessageRef ANSWER = new MessageRef("chat", "general", "a1");

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;
    private JobFaces faces;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
        faces = new JobFaces(world.get(FacePainter.class), world.events, new Inline(), world.get(Alarm.class), outside.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void answered(JobId id, String remarks) {
        faces.answered(id, new JobFace.Answer(ANSWER, remarks));
    }

    @Test
    void itIsTheOnlyOneUntilTheClipTakesItsPlace() throws InterruptedException {
        JobId id = world.order();
        faces.ordered(id);
        faces.paintDue();
        assertThat(outside.chat.sent).as("before the order is answered").isEmpty();

        answered(id, "Image 1 is made smaller.");
        faces.paintDue();
        assertThat(outside.chat.sent).isEmpty();
        assertThat(outside.chat.edits.getLast().text()).endsWith("\nImage 1 is made smaller.");
        assertThat(ScriptedChat.buttons(outside.chat.edits.getLast())).containsExactly("v1:cancel:" + id);

        world.live(id);
        outside.clock.advance(Duration.ofMinutes(1));
        faces.paintDue();
        assertThat(outside.chat.deleted).containsExactly(ANSWER);
        assertThat(outside.chat.sent).as("the clip").hasSize(1);
    }

    @Test
    void anOrderThatNobodyAnswersShowsItsProgressAllTheSame() throws InterruptedException {
        JobId id = world.order();
        faces.ordered(id);
        outside.clock.advance(Duration.ofSeconds(4));

        faces.paintDue();

        assertThat(outside.chat.sent).hasSize(1);
    }

    @Test
    void anAnswerThatComesWhenAnotherMessageShowsTheProgressIsTakenAway() throws InterruptedException {
        JobId id = world.order();
        world.get(FacePainter.class).paint(new JobFace(id));
        answered(id, "");

        faces.paintDue();

        assertThat(outside.chat.deleted).containsExactly(ANSWER);
    }

    @Test
    void anAnswerThatComesWhenTheJobIsOverIsTakenAwayAsSoonAsThePlatformLetsIt() throws InterruptedException {
        JobId id = world.order();
        world.get(JobService.class).cancel(id, World.ADA);
        outside.chat.delete = new SendResult.SlowDown(Duration.ofSeconds(5));
        answered(id, "");
        faces.paintDue();
        outside.chat.delete = outside.chat.edit;
        outside.clock.advance(Duration.ofSeconds(6));

        faces.paintDue();

        assertThat(outside.chat.deleted).containsExactly(ANSWER);
        assertThat(outside.chat.sent).isEmpty();
    }

    @Test
    void whatTheAskerAloneSeesStaysAndEverybodySeesTheProgress() throws InterruptedException {
        outside.chat.whispers = true;
        answered(world.order(), "");

        faces.paintDue();

        assertThat(outside.chat.sent).hasSize(1);
        assertThat(outside.chat.edits).isEmpty();
        assertThat(outside.chat.deleted).isEmpty();
    }

    @Test
    void theCardOfAClipForOnePersonAloneDoesNotStayInTheGroup() throws InterruptedException {
        JobId id = world.order(new Destination("chat", Optional.empty(), "with-ada", Optional.empty(), Optional.empty()));
        answered(id, "");

        faces.paintDue();

        assertThat(outside.chat.deleted).containsExactly(ANSWER);
        assertThat(outside.chat.sent).as("progress where the clip will come").hasSize(1);
    }

    @Test
    void onlyWhoeverOrderedTheClipSaysWhichMessageShowsItsProgress() throws InterruptedException {
        JobService jobs = world.get(JobService.class);
        JobId adas = world.order();
        jobs.answered(adas, World.ADA, ANSWER, "");
        JobId other = world.order();
        jobs.answered(other, World.MODERATOR, ANSWER, "");

        world.get(JobFaces.class).paintDue();
        world.executor.shutdown();
        assertThat(world.executor.awaitTermination(5, TimeUnit.SECONDS)).isTrue();

        assertThat(world.job(adas).work().progress()).contains(ANSWER);
        assertThat(world.job(other).work().progress()).isEmpty();
    }

    @Test
    void theSameOrderHandedInAgainStartsNothingAndIsAnsweredWithItsJob() {
        Admission first = world.tryOrder(fromMessage());
        JobId id = ((Admission.Accepted) first).job().id();

        assertThat(world.tryOrder(fromMessage())).isInstanceOfSatisfying(Admission.Repeated.class, again -> assertThat(again.job().id()).isEqualTo(id));
        assertThat(world.get(JobService.class).orderedBy("chat general 7", World.ADA)).isPresent();
        assertThat(world.get(JobService.class).orderedBy("chat general 7", World.BOB)).isEmpty();
    }

    private static JobOrder fromMessage() {
        Destination place = World.inTown();
        return new JobOrder(
                World.ADA, World.origin(World.ADA, place), place, World.request("a red kite"), Optional.empty(), Optional.empty(), Optional.of("chat general 7"));
    }

    /** Does everything at once. */
    private static final class Inline extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}

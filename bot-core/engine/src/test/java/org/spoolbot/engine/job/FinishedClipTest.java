package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.engine.command.builtin.ClipButtons;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobService.LastFrame;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.ProviderException;

/** What one does with a finished clip. */
@Timeout(20)
class FinishedClipTest {
    private static final Sender STRANGER = World.person("eve", Optional.of(new Community("chat", "elsewhere")));

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;
    private JobService jobs;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
        jobs = world.get(JobService.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theClipComesWithEverythingThatCanBeDoneWithIt() throws InterruptedException {
        Job job = world.liveThrough();

        assertThat(ScriptedChat.buttons(outside.chat.last()))
                .containsExactly("v1:again:j1", "v1:remix:j1", "v1:extend:j1", "v1:info:j1", "v1:delete:j1");
        Control.Button remix = (Control.Button) outside.chat.last().controls().get(1);
        assertThat(remix.form().orElseThrow().fields().getFirst()).extracting("value").isEqualTo("a red kite");
        assertThat(jobs.find(job.id(), World.ADA).orElseThrow().clip()).contains(MemoryCabinet.CLIP);
    }

    @Test
    void aPromptTooLongForAFormIsNotCutShortInIt() {
        Control.Button remix = ClipButtons.remix(new JobId("j1"), "x".repeat(4_001), Phrase::key);

        assertThat(remix.form()).isEmpty();
    }

    @Test
    void aDeletedClipLeavesChatDiskAndLinksAndKeepsItsReceipt() throws InterruptedException {
        Job job = world.liveThrough();
        MessageRef message = job.work().delivered().orElseThrow();

        assertThat(jobs.hinderedFromDeleting(job.id(), World.ADA)).isEmpty();
        assertThat(jobs.delete(job.id(), World.ADA)).isEqualTo(new JobService.Outcome(true, Phrase.of("job.delete.done")));

        assertThat(outside.chat.deleted).contains(message);
        assertThat(outside.cabinet.find(MemoryCabinet.CLIP)).isEmpty();
        assertThat(outside.revoked).contains("j1");
        assertThat(world.job(job.id()).receipt().standing()).isEqualTo(Receipt.Standing.CHARGED);
        assertThat(jobs.find(job.id(), World.ADA).orElseThrow().clip()).isEmpty();
        assertThat(jobs.resend(job.id(), World.ADA, World.inTown()).sentence()).isEqualTo(Phrase.of("job.clip-deleted"));
        assertThat(jobs.lastFrame(job.id(), World.ADA)).isEqualTo(new LastFrame.Missing(Phrase.of("job.clip-deleted")));
        assertThat(jobs.delete(job.id(), World.ADA)).isEqualTo(new JobService.Outcome(false, Phrase.of("job.clip-deleted")));
    }

    @Test
    void otherPeopleCannotDeleteAClipButModeratorsOfThePlaceAndOwnersCan() throws InterruptedException {
        Job job = world.liveThrough();

        assertThat(jobs.delete(job.id(), World.BOB).sentence()).isEqualTo(Phrase.of("job.delete.not-yours"));
        assertThat(jobs.hinderedFromDeleting(job.id(), World.BOB)).contains(Phrase.of("job.delete.not-yours"));
        assertThat(jobs.delete(job.id(), STRANGER).sentence()).isEqualTo(Phrase.of("job.unknown"));
        assertThat(outside.cabinet.find(MemoryCabinet.CLIP)).isPresent();
        assertThat(jobs.hinderedFromDeleting(job.id(), World.OWNER)).isEmpty();
        assertThat(jobs.delete(job.id(), World.MODERATOR).done()).isTrue();
    }

    @Test
    void whereTheChatKeepsItsMessagesTheClipIsReplacedByASentence() throws InterruptedException {
        Job job = world.liveThrough();
        outside.chat.delete = new SendResult.Forbidden("too old");

        assertThat(jobs.delete(job.id(), World.ADA).sentence()).isEqualTo(Phrase.of("job.delete.done"));

        assertThat(outside.chat.edits.getLast().text()).startsWith("job.clip-deleted");
        assertThat(outside.chat.edits.getLast().attachments()).isEmpty();
        assertThat(outside.chat.edits.getLast().controls()).isEmpty();
    }

    @Test
    void whereNothingCanBeDoneAboutTheMessageItsAuthorIsTold() throws InterruptedException {
        Job job = world.liveThrough();
        outside.chat.delete = new SendResult.Forbidden("too old");
        outside.chat.edit = new SendResult.Forbidden("too old");

        assertThat(jobs.delete(job.id(), World.ADA)).isEqualTo(new JobService.Outcome(true, Phrase.of("job.delete.message-stays")));
        assertThat(outside.cabinet.find(MemoryCabinet.CLIP)).isEmpty();
    }

    @Test
    void aMessageThatSomebodyRemovedBeforeDoesNotKeepTheClip() throws InterruptedException {
        Job job = world.liveThrough();
        outside.chat.delete = new SendResult.Gone("unknown message");

        assertThat(jobs.delete(job.id(), World.ADA).sentence()).isEqualTo(Phrase.of("job.delete.done"));
    }

    @Test
    void aClipThatHadToBeSentAgainLeavesTheChatToo() throws InterruptedException {
        outside.chat.answers.add(new SendResult.UnknownOutcome("timeout"));
        Job job = world.liveThrough();
        jobs.resend(job.id(), World.ADA, World.inTown());
        MessageRef resent = world.job(job.id()).work().delivered().orElseThrow();
        jobs.resend(job.id(), World.ADA, World.inTown());
        assertThat(world.job(job.id()).work().delivered()).contains(resent);

        jobs.delete(job.id(), World.ADA);

        assertThat(outside.chat.deleted).contains(resent);
    }

    @Test
    void theSameClipOfAnotherJobStaysWhereItIs() throws InterruptedException {
        Job mine = world.liveThrough();
        world.liveThrough();

        jobs.delete(mine.id(), World.ADA);

        assertThat(outside.cabinet.find(MemoryCabinet.CLIP)).isPresent();
    }

    @Test
    void whoDeletesWhileTheBooksAreBusyFinishesItWithAnotherPress() throws InterruptedException {
        Job job = world.liveThrough();
        outside.books.busyFor = 1;

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jobs.delete(job.id(), World.ADA)))
                .isInstanceOf(JobBooks.BooksBusyException.class);

        assertThat(jobs.delete(job.id(), World.ADA).done()).isTrue();
        assertThat(jobs.find(job.id(), World.ADA).orElseThrow().clip()).isEmpty();
    }

    @Test
    void whatIsNotMadeYetOrNeverWasCannotBeDeletedOrExtended() throws InterruptedException {
        JobId waiting = world.order();
        assertThat(jobs.delete(waiting, World.ADA).sentence()).isEqualTo(Phrase.of("job.delete.not-yet"));
        assertThat(jobs.lastFrame(waiting, World.ADA)).isEqualTo(new LastFrame.Missing(Phrase.of("job.frame.not-yet")));

        jobs.cancel(waiting, World.ADA);
        assertThat(jobs.delete(waiting, World.ADA).sentence()).isEqualTo(Phrase.of("job.delete.no-clip"));
        assertThat(jobs.lastFrame(waiting, World.ADA)).isEqualTo(new LastFrame.Missing(Phrase.of("job.frame.no-clip")));
        assertThat(jobs.lastFrame(world.order(), STRANGER)).isEqualTo(new LastFrame.Missing(Phrase.of("job.unknown")));
    }

    @Test
    void theGatewaysLastFrameIsAskedForAndKeptForTheNextClip() throws InterruptedException {
        outside.gateway.features = Set.of(Feature.AUDIO_SWITCH, Feature.LAST_FRAME);
        outside.gateway.polls.add(ScriptedGateway.readyWithFrame());
        Job job = world.liveThrough();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> world.job(job.id()).work().lastFrame().isPresent());

        assertThat(outside.gateway.orders.getFirst().request().extras().returnLastFrame()).isTrue();
        assertThat(jobs.lastFrame(job.id(), World.BOB)).isInstanceOfSatisfying(LastFrame.Found.class, found -> assertThat(
                        found.file().info().sha256())
                .isEqualTo(MemoryCabinet.FRAME));
        jobs.delete(job.id(), World.ADA);
        assertThat(outside.cabinet.find(MemoryCabinet.FRAME)).isEmpty();
    }

    @Test
    void noGatewayIsAskedForALastFrameThatItDoesNotGive() throws InterruptedException {
        world.liveThrough();

        assertThat(outside.gateway.orders.getFirst().request().extras().returnLastFrame()).isFalse();
    }

    @Test
    void aLastFrameThatHangsKeepsNobodyFromTheirClip() throws InterruptedException {
        CountDownLatch delivered = new CountDownLatch(1);
        outside.gateway.frameWanted = () -> await(delivered);
        outside.gateway.polls.add(ScriptedGateway.readyWithFrame());

        Job job = world.liveThrough();

        assertThat(job.work().delivery()).isEqualTo(Job.Delivery.DONE);
        assertThat(world.job(job.id()).work().lastFrame()).isEmpty();
        delivered.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> world.job(job.id()).work().lastFrame().isPresent());
    }

    @Test
    void aLastFrameThatComesAfterItsClipWasDeletedIsNotKept() throws InterruptedException {
        CountDownLatch deleted = new CountDownLatch(1);
        outside.gateway.frameWanted = () -> await(deleted);
        outside.gateway.polls.add(ScriptedGateway.readyWithFrame());
        Job job = world.liveThrough();
        jobs.delete(job.id(), World.ADA);

        deleted.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> outside.cabinet.removed.contains(MemoryCabinet.FRAME));

        assertThat(world.job(job.id()).work().lastFrame()).isEmpty();
        assertThat(outside.cabinet.find(MemoryCabinet.FRAME)).isEmpty();
    }

    @Test
    void aLastFrameThatCannotBeHadIsCutOutOfTheClipOrItIsSaidWhyNot() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        outside.gateway.frameWanted = () -> {
            outside.gateway.downloads.add(new ProviderException(ErrorKind.NOT_FOUND, "404"));
            asked.countDown();
        };
        outside.gateway.polls.add(ScriptedGateway.readyWithFrame());
        Job job = world.liveThrough();
        await(asked);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(outside.gateway.downloads::isEmpty);

        assertThat(jobs.lastFrame(job.id(), World.ADA)).isEqualTo(new LastFrame.Missing(Phrase.of("job.frame.cannot-cut")));
        outside.cabinet.cuts = true;
        assertThat(jobs.lastFrame(job.id(), World.ADA)).isInstanceOfSatisfying(LastFrame.Found.class, found -> assertThat(
                        found.file().info().sha256())
                .isEqualTo(MemoryCabinet.CUT));
        outside.cabinet.remove(MemoryCabinet.CLIP);
        assertThat(jobs.lastFrame(job.id(), World.ADA)).isEqualTo(new LastFrame.Missing(Phrase.of("job.resend.no-clip")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}

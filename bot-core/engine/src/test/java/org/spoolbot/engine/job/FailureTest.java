package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.command.builtin.FaultWords;

/** A member whose clip failed reads what was to blame and presses what mends it. */
class FailureTest {
    private static final Set<ErrorKind> REFUSALS =
            EnumSet.of(ErrorKind.INVALID_PARAMS, ErrorKind.CONTENT_POLICY, ErrorKind.FACE_REJECTED, ErrorKind.COPYRIGHT);

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

    private Message failure(ErrorKind kind, int pictures, int seconds, Blame... blames) {
        Job waiting = TestJobs.job(JobStatus.FAILED);
        Job.State before = waiting.state();
        Job.State state = new Job.State(
                JobStatus.FAILED, 7, before.createdAt(), before.changedAt(), before.notBefore(), 0,
                Optional.of(new Job.Fault(kind, List.of(blames))));
        return world.get(JobWords.class).failure(new Job(
                waiting.id(), waiting.owner(), request(pictures, seconds), waiting.plan(), state, waiting.work(), waiting.receipt()));
    }

    private static VideoRequest request(int pictures, int seconds) {
        List<Reference> files = new ArrayList<>();
        IntStream.rangeClosed(1, pictures).forEach(index -> {
            MediaInfo media = new MediaInfo("d".repeat(64), MediaType.PNG, 9, Optional.empty(), Optional.empty());
            files.add(new Reference(index, Role.REFERENCE, media));
        });
        Format format = new Format(seconds, Ratio.LANDSCAPE_16_9, Resolution.P720, true);
        Mode mode = pictures == 0 ? Mode.TEXT : Mode.REFERENCE;
        return new VideoRequest(Prompt.plain("a kite"), mode, files, format, Extras.none(), Optional.empty());
    }

    private static List<String> ids(Message message) {
        return message.controls().stream().map(Control::id).toList();
    }

    @Test
    void thePictureThatShowsARealPersonIsNamedAndCanBeLeftOut() {
        Message told = failure(ErrorKind.FACE_REJECTED, 3, 5, new Blame.File(MediaKind.IMAGE, 2));

        assertThat(told.text()).contains("error.face-rejected.file").contains("media.name.image").contains("[2]");
        assertThat(ids(told)).containsExactly("v1:repair:job1:image:2", "v1:remix:job1");
    }

    @Test
    void soundThatWasRefusedIsLeftOutWithOneTap() {
        Message told = failure(ErrorKind.CONTENT_POLICY, 0, 5, new Blame.Sound());

        assertThat(told.text()).contains("error.content-policy.sound");
        assertThat(ids(told)).containsExactly("v1:repair:job1:sound", "v1:repair:job1:words");
    }

    @Test
    void refusedWordsAreChangedInAFormThatHoldsThem() {
        Control.Button edit = (Control.Button) failure(ErrorKind.CONTENT_POLICY, 0, 5, new Blame.Words()).controls().getFirst();

        assertThat(edit.id()).isEqualTo("v1:repair:job1:words");
        assertThat(edit.form().orElseThrow().fields()).extracting("value").containsExactly("a kite");
    }

    @Test
    void aLongClipThatTookTooLongIsShortenedWithOneTap() {
        assertThat(ids(failure(ErrorKind.TIMEOUT, 0, 12))).contains("v1:repair:job1:length", "v1:retry:job1");
        assertThat(ids(failure(ErrorKind.TIMEOUT, 0, 5))).doesNotContain("v1:repair:job1:length");
        assertThat(ids(failure(ErrorKind.INVALID_PARAMS, 0, 12))).contains("v1:repair:job1:length");
        assertThat(ids(failure(ErrorKind.INVALID_PARAMS, 1, 12, new Blame.File(MediaKind.IMAGE, 1))))
                .doesNotContain("v1:repair:job1:length");
    }

    @Test
    void aRefusedFilmPictureIsMendedByOtherWords() {
        Message told = failure(ErrorKind.COPYRIGHT, 0, 5, new Blame.Picture());

        assertThat(told.text()).contains("error.copyright.picture");
        assertThat(ids(told)).containsExactly("v1:repair:job1:words");
    }

    @Test
    void anotherModelIsOfferedWhereTheStudioFailed() {
        assertThat(ids(failure(ErrorKind.UPSTREAM, 0, 5))).containsExactly("v1:repair:job1:model", "v1:retry:job1");
    }

    @Test
    void noOtherModelIsOfferedIfNoneTakesTheFiles() {
        assertThat(ids(failure(ErrorKind.UPSTREAM, 2, 5))).containsExactly("v1:retry:job1");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void whatWasRefusedIsNeverSentAgainUnchangedNorElsewhere(ErrorKind kind) {
        List<String> ids = ids(failure(kind, 0, 5));
        if (REFUSALS.contains(kind) || kind == ErrorKind.SUBMIT_AMBIGUOUS) {
            assertThat(ids).doesNotContain("v1:retry:job1");
        }
        if (kind != ErrorKind.INVALID_PARAMS && kind.category() == ErrorKind.Category.MEMBER) {
            assertThat(ids).doesNotContain("v1:repair:job1:model");
        }
        assertThat(ids.isEmpty()).as("nothing to press while nobody knows whether it was billed")
                .isEqualTo(kind == ErrorKind.SUBMIT_AMBIGUOUS);
    }

    @Test
    void aBlameThatTheRequestHasNotIsNotOffered() {
        assertThat(ids(failure(ErrorKind.FACE_REJECTED, 1, 5, new Blame.File(MediaKind.IMAGE, 4)))).containsExactly("v1:remix:job1");
    }

    @Test
    void whatTheGatewayBlamedIsToldAtTheEndOfTheJob() throws InterruptedException {
        outside.gateway.submits.add(new SubmitOutcome.Refused(
                ErrorKind.CONTENT_POLICY, "sensitive text: something that must never be shown", Optional.empty(), List.of(new Blame.Words())));

        world.liveThrough();

        assertThat(outside.chat.last().text()).contains("error.content-policy.words").doesNotContain("sensitive");
    }

    @Test
    void severalFilesAreNamedTogether() {
        Phrase said = FaultWords.of(
                ErrorKind.CONTENT_POLICY, List.of(new Blame.File(MediaKind.IMAGE, 1), new Blame.File(MediaKind.VIDEO, 2)));

        assertThat(said.key()).isEqualTo("error.content-policy.file");
        assertThat(said.arguments()).hasSize(1);
        assertThat(said.arguments().getFirst().toString()).contains("media.name.image").contains("media.name.video");
    }
}

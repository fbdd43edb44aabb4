package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/** A button under a failure opens the changed request as a card: nothing starts, nothing is charged. */
class RepairCommandTest {
    private final Chat chat = new Chat();
    private JobSnapshot failed;

    @BeforeEach
    void fail() {
        chat.say("/video @image3 and @image1 with @image2 --duration 8",
                FakeUpload.png("a.png"), FakeUpload.png("b.png"), FakeUpload.png("c.png"));
        chat.pressLabel("Generate");
        JobOrder order = chat.jobs.orders.getFirst();
        failed = chat.jobs.add(order.sender(), order.request(), order.destination(), JobStatus.FAILED);
    }

    private String id(String what) {
        return "v1:repair:" + failed.id() + ":" + what;
    }

    @Test
    void withoutPictureTwoTheOthersKeepTheirPlaceInThePrompt() {
        chat.press(id("image:2"));
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("@image2 and @image1 with");
        assertThat(chat.field("Files")).isEqualTo("2 pictures as reference");
        assertThat(chat.jobs.orders).hasSize(1);
        chat.pressLabel("Generate");
        assertThat(chat.jobs.orders.getLast().request().mode()).isEqualTo(Mode.REFERENCE);
        assertThat(chat.jobs.orders.getLast().request().references())
                .extracting(reference -> reference.media().sha256().substring(63)).containsExactly("1", "3");
    }

    @Test
    void withoutSoundAndShorterAreOneTapEach() {
        chat.press(id("sound"));
        assertThat(chat.field("Sound")).isEqualTo("off");
        chat.press(id("length"));
        assertThat(chat.field("Length")).isEqualTo("5 s");
        assertThat(chat.field("Price")).isEqualTo("0.50 USD");
    }

    @Test
    void otherWordsComeFromTheFormAndKeepEverythingElse() {
        chat.choose(id("words"), Map.of("prompt", List.of("a blue kite like @image1")));
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a blue kite like @image1");
        assertThat(chat.field("Files")).isEqualTo("3 pictures as reference");
        assertThat(chat.field("Length")).isEqualTo("8 s");
    }

    @Test
    void anotherPersonWhoSeesTheJobPaysForTheRepairThemselves() {
        chat.as("2").press(id("sound")).pressLabel("Generate");
        assertThat(chat.jobs.orders.getLast().sender().member().value()).isEqualTo("m2");
    }

    @Test
    void withoutAnotherModelItSaysSo() {
        chat.press(id("model"));
        assertThat(chat.answer()).isEqualTo("No other model can make this clip right now. /models lists them.");
    }

    private String fail(ErrorKind kind, Blame... blames) {
        JobSnapshot.State before = failed.state();
        JobSnapshot.State state = new JobSnapshot.State(
                JobStatus.FAILED, 2, before.createdAt(), before.changedAt(), Optional.of(kind), List.of(blames));
        chat.jobs.jobs.put(failed.id(), new JobSnapshot(
                failed.id(), failed.owner(), failed.request(), state, failed.route(), failed.receipt(), failed.clip()));
        return failed.id().value();
    }

    @Test
    void theRepairIsStillThereAMonthLaterUnderShow() {
        chat.say("/show " + fail(ErrorKind.FACE_REJECTED, new Blame.File(MediaKind.IMAGE, 2)));
        assertThat(chat.field("Why")).contains("real people").contains("image 2");
        assertThat(chat.labels()).contains("Without image 2").doesNotContain("Try again", "Retry");
        chat.pressLabel("Without image 2");
        assertThat(chat.field("Files")).isEqualTo("2 pictures as reference");
    }

    @Test
    void whoAsksAgainForWhatWasRefusedIsWarned() {
        chat.say("/retry " + fail(ErrorKind.CONTENT_POLICY));
        assertThat(chat.answer()).startsWith("The studio refused exactly this before.");
        chat.say("/retry " + fail(ErrorKind.UPSTREAM));
        assertThat(chat.answer()).doesNotContain("refused");
    }

    @Test
    void anotherModelIsChosenOfThoseThatTakeTheFilesAndTheRestFollows() {
        Capabilities small = new Capabilities(
                Set.of(Mode.REFERENCE), Map.of(MediaKind.IMAGE, FakeGateway.files(9)), List.of(4), List.of(Ratio.SQUARE_1_1),
                List.of(Resolution.P480), 200, Set.of());
        Capabilities words = new Capabilities(
                Set.of(Mode.TEXT), Map.of(), List.of(4), List.of(Ratio.SQUARE_1_1), List.of(Resolution.P480), 200, Set.of());
        chat.gateway.models.add(new Model("words", "w", words, false));
        chat.gateway.models.add(new Model("small", "s", small, false));

        chat.press(id("model"));

        assertThat(chat.field("Length")).isEqualTo("4 s");
        assertThat(chat.answer()).contains("length is now 4 s").contains("shape is now 1:1");
        chat.pressLabel("Generate");
        assertThat(chat.jobs.orders.getLast().request().model()).contains("small");
    }

    @Test
    void aForgedOrOldButtonIsAnsweredAndStartsNothing() {
        for (String id : List.of(id("image:9"), id("nonsense"), "v1:repair:" + failed.id(), "v1:repair:nojob:sound", "v1:repair")) {
            chat.press(id);
            assertThat(chat.newest().controls()).as(id).isEmpty();
        }
        assertThat(chat.jobs.orders).hasSize(1);
    }
}

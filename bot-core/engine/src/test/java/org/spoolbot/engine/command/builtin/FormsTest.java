package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** A platform that is handed a press alone asks for the form by the button's id: it must be the one the button carries. */
class FormsTest {
    private final Chat chat = new Chat();

    private Optional<Control.Form> form(String id) {
        return chat.inbox.form(chat.origin(), id);
    }

    private Control.Button button(String label) {
        return (Control.Button) chat.control(label);
    }

    private void clip(JobStatus status) {
        Format format = new Format(8, Ratio.PORTRAIT_9_16, Resolution.P480, true);
        VideoRequest request = new VideoRequest(
                Prompt.plain("a kite"), Mode.TEXT, List.of(), format, new Extras(OptionalLong.empty(), false, false), Optional.empty());
        chat.jobs.add(chat.sender(), request, chat.origin().destination(), status);
    }

    @Test
    void editAsksForTheWordsAndForFiles() {
        chat.say("/video a kite");
        Control.Button edit = button("Edit");

        assertThat(form(edit.id())).isEqualTo(edit.form());
        assertThat(edit.form().orElseThrow().fields())
                .containsExactly(
                        new Control.TextField("prompt", "Prompt", "a kite", true, 4_000),
                        new Control.FileField("files", "Add files", 10));
    }

    @Test
    void filesAndWordsOfTheFormReachTheDraft() {
        chat.say("/video a kite");
        FakeUpload picture = FakeUpload.png("kite.png");
        chat.submit(button("Edit").id(), Map.of("prompt", List.of("like @image1")), picture);

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("like @image1");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(1);
        assertThat(picture.discards()).hasValue(1);
    }

    @Test
    void filesAloneLeaveTheWords() {
        chat.say("/video a kite");
        chat.submit(button("Edit").id(), Map.of(), FakeUpload.png("kite.png"));

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(1);
    }

    @Test
    void aFullDraftOffersRoomForWhatStillFits() {
        Upload[] pictures = IntStream.range(0, 11).mapToObj(n -> FakeUpload.png(n + ".png")).toArray(Upload[]::new);
        chat.say("/video a kite", pictures);
        assertThat(form(button("Edit").id()).orElseThrow().fields()).last().isEqualTo(new Control.FileField("files", "Add files", 1));
        chat.say("", FakeUpload.png("12.png"));
        assertThat(form(button("Edit").id()).orElseThrow().fields()).hasSize(1);
    }

    @Test
    void aStrangerGetsNoPromptByGuessingAnId() {
        chat.say("/video a secret");
        String edit = button("Edit").id();
        chat.as("2").say("/help");

        assertThat(form(edit)).isEmpty();
        clip(JobStatus.SUCCEEDED);
        chat.jobs.hidden.add("m2");
        assertThat(form("v1:remix:job1")).isEmpty();
        assertThat(form("v1:repair:job1:words")).isEmpty();
    }

    @Test
    void aPersonWhomARestartForgotStillGetsTheForm() {
        chat.books.seen(chat.origin().account(), "Ada");
        String id = chat.books.open(chat.sender().member(), chat.origin().destination(), DraftDesk.KIND, DraftCodec.write(new Draft(
                        "a kite",
                        List.of(),
                        Draft.Use.AUTO,
                        Defaults.format(Map.of()),
                        OptionalLong.empty(),
                        Optional.empty(),
                        chat.origin().destination())), chat.clock.instant().plusSeconds(60)).id();

        assertThat(form(DraftDesk.id("edit", id))).isPresent();
    }

    @Test
    void remixIsTheSameFormByItsId() {
        clip(JobStatus.SUCCEEDED);
        chat.say("/show job1");

        assertThat(form("v1:remix:job1")).isPresent().isEqualTo(button("Remix").form());
    }

    @Test
    void onlyTheRepairOfTheWordsAsksForWords() {
        clip(JobStatus.FAILED);

        assertThat(form("v1:repair:job1:words").orElseThrow().fields())
                .containsExactly(new Control.TextField("prompt", "Prompt", "a kite", true, 4_000));
        assertThat(form("v1:repair:job1:model")).isEmpty();
        assertThat(form("v1:draft:go:c1")).isEmpty();
        assertThat(form("v1:repair:J!:words")).isEmpty();
        assertThat(form("nonsense")).isEmpty();
    }

    @Test
    void anEditWithoutAFormSaysHowItIsDone() {
        chat.say("/video a kite").press(button("Edit").id());

        assertThat(chat.answer()).startsWith("Write the whole prompt in your next message");
    }

    @Test
    void videoAskedByFormTakesWordsSettingsAndFiles() {
        CommandSpec video = chat.inbox.menu().stream()
                .filter(entry -> entry.spec().name().equals("video"))
                .findFirst()
                .orElseThrow()
                .spec();
        CommandSpec.Questions questions = video.questions().orElseThrow();
        assertThat(questions.options()).allSatisfy(name -> assertThat(video.option(name)).isPresent());
        assertThat(questions.files()).isEqualTo(10);

        chat.inbox.accept(new Inbound.Invocation(
                chat.origin(), List.of("video"), Map.of("prompt", "a kite", "duration", "8"), Map.of(), List.of(FakeUpload.png("k.png"))));
        assertThat(chat.field("Length")).isEqualTo("8 s");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).hasSize(1);
    }

    @Test
    void anEmptyFormShowsTheDraftThatIsOpen() {
        chat.say("/video a kite");
        chat.inbox.accept(new Inbound.Invocation(chat.origin(), List.of("video"), Map.of(), Map.of(), List.of()));

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
        assertThat(chat.books.openCount()).isEqualTo(1);
    }
}

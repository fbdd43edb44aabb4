package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaLibrary.Intake;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

/** Again, Remix, Extend, Info and Delete, a month and a restart later: nothing but the row and the files are left. */
class ClipCommandsTest {
    private static final Format FORMAT = new Format(8, Ratio.PORTRAIT_9_16, Resolution.P480, false);

    private final Chat chat = new Chat();
    private final MediaFile one = picture();
    private final MediaFile two = picture();
    private final MediaFile three = picture();

    private MediaFile picture() {
        return ((Intake.Stored) chat.media.take(new MemberId("m1"), FakeUpload.png("p.png"))).file();
    }

    private JobSnapshot clip(Mode mode, Prompt prompt, MediaFile... files) {
        List<Reference> references = new java.util.ArrayList<>();
        for (MediaFile file : files) {
            Role role = mode == Mode.REFERENCE ? Role.REFERENCE : references.isEmpty() ? Role.FIRST_FRAME : Role.LAST_FRAME;
            references.add(new Reference(references.size() + 1, role, file.info()));
        }
        Extras extras = new Extras(OptionalLong.of(7), false, false);
        VideoRequest request = new VideoRequest(prompt, mode, references, FORMAT, extras, Optional.of("seedance"));
        return chat.jobs.add(chat.sender(), request, chat.origin().destination(), JobStatus.SUCCEEDED);
    }

    private static Prompt tagged(int... pictures) {
        List<Prompt.Token> tokens = new java.util.ArrayList<>();
        for (int picture : pictures) {
            tokens.add(new Prompt.Text(tokens.isEmpty() ? "from " : " to "));
            tokens.add(new Prompt.Tag(MediaKind.IMAGE, picture));
        }
        return new Prompt(tokens);
    }

    private JobOrder ordered() {
        chat.pressLabel("Generate");
        return chat.jobs.orders.getLast();
    }

    @Test
    void againIsTheSameRequestOfWhoeverPressesAtTheirCost() {
        clip(Mode.FIRST_LAST_FRAME, Prompt.plain("a kite"), one, two);
        chat.as("2").press("v1:again:job1");

        JobOrder order = ordered();
        assertThat(order.sender().member()).isEqualTo(new MemberId("m2"));
        assertThat(order.request()).isEqualTo(chat.jobs.jobs.values().iterator().next().request());
    }

    @Test
    void aFileThatIsGoneIsNamedByItsNumberAndTheRestKeepsItsMeaning() {
        clip(Mode.REFERENCE, tagged(1, 2, 3), one, two, three);
        chat.media.forget(one);
        chat.press("v1:again:job1");

        assertThat(chat.answer()).startsWith("@image1 is no longer kept. Send it again: it is @image3 from now on.");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("from @image3 to @image1 to @image2");
        assertThat(chat.labels()).doesNotContain("Generate");
        chat.say("", FakeUpload.png("one.png"));
        List<Reference> references = ordered().request().references();
        assertThat(references).extracting(Reference::index).containsExactly(1, 2, 3);
        assertThat(references.getFirst().media()).isEqualTo(two.info());
    }

    @Test
    void theOnlyFileComesBackToItsPlace() {
        clip(Mode.FIRST_FRAME, Prompt.plain("a kite"), one);
        chat.media.forgetAll();
        chat.press("v1:retry:job1");

        assertThat(chat.answer()).startsWith("@image1 is no longer kept. Send it again, and it takes its place.");
        assertThat(chat.field("Length")).isEqualTo("8 s");
    }

    @Test
    void theWordsFromTheFormOfRemixOpenACardAndKeepTheRest() {
        clip(Mode.REFERENCE, tagged(1), one);
        chat.choose("v1:remix:job1", Map.of("prompt", List.of(" @image1 sings ")));

        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("@image1 sings");
        assertThat(chat.answer()).doesNotContain("Press Edit");
        VideoRequest request = ordered().request();
        assertThat(request.format()).isEqualTo(FORMAT);
        assertThat(request.extras().seed()).hasValue(7);
        assertThat(request.references().getFirst().media()).isEqualTo(one.info());
    }

    @Test
    void whereThereAreNoFormsRemixSaysHowToChangeTheWords() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.press("v1:remix:job1");
        assertThat(chat.answer()).startsWith("Press Edit to change the words");
        assertThat(chat.newest().card().orElseThrow().body()).isEqualTo("a kite");
    }

    @Test
    void theNextClipBeginsWhereThisOneEndsInTheSameFormat() {
        clip(Mode.REFERENCE, tagged(1), one);
        chat.jobs.frame = Optional.of(two);
        chat.as("2").say("/extend job1 and then it rains");

        VideoRequest request = ordered().request();
        assertThat(request.mode()).isEqualTo(Mode.FIRST_FRAME);
        assertThat(request.references()).containsExactly(new Reference(1, Role.FIRST_FRAME, two.info()));
        assertThat(request.format()).isEqualTo(FORMAT);
        assertThat(request.extras().seed()).as("a seed would only repeat").isEmpty();
        assertThat(request.prompt()).isEqualTo(Prompt.plain("and then it rains"));
        assertThat(chat.jobs.orders.getLast().sender().member()).isEqualTo(new MemberId("m2"));
    }

    @Test
    void theButtonExtendAsksWhatHappensNext() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.jobs.frame = Optional.of(two);
        chat.press("v1:extend:job1");

        assertThat(chat.answer()).startsWith("The new clip begins with the last picture of clip job1.\nWhat should the clip show?");
        assertThat(chat.labels()).doesNotContain("Generate");
        chat.say("it lands");
        assertThat(ordered().request().prompt()).isEqualTo(Prompt.plain("it lands"));
        assertThat(chat.jobs.orders.getLast().request().mode()).isEqualTo(Mode.FIRST_FRAME);
    }

    @Test
    void aSecondPictureMakesAnExtensionEndWithIt() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.jobs.frame = Optional.of(two);
        chat.say("/extend job1 it lands").say("", FakeUpload.png("end.png"));

        assertThat(ordered().request().mode()).isEqualTo(Mode.FIRST_LAST_FRAME);
    }

    @Test
    void whatCannotBeExtendedIsToldWhy() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.press("v1:extend:job1");
        assertThat(chat.answer()).isEqualTo("This clip was deleted.");
        chat.say("/extend job9");
        assertThat(chat.answer()).startsWith("There is no clip job9");
    }

    @Test
    void oneMistakenPressDestroysNothing() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.inGroup().press("v1:delete:job1");

        assertThat(chat.answer()).startsWith("Delete clip job1 for good?");
        assertThat(chat.labels()).containsExactly("Delete for good", "Keep");
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
        assertThat(chat.jobs.done).isEmpty();
        chat.pressLabel("Keep");
        assertThat(chat.answer()).isEqualTo("Kept. Nothing was deleted.");
        assertThat(chat.jobs.done).isEmpty();
    }

    @Test
    void theSecondPressDeletesAndTakesTheQuestionAway() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.press("v1:delete:job1").pressLabel("Delete for good");

        assertThat(chat.jobs.done).containsExactly("delete job1");
        assertThat(chat.platform.edits.getLast().text()).isEqualTo("Deleted.");
        assertThat(chat.labels()).isEmpty();
    }

    @Test
    void whoMayNotDeleteIsNotAsked() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.jobs.hindrance = Optional.of(Phrase.of("job.delete.not-yours"));
        chat.press("v1:delete:job1");

        assertThat(chat.answer()).isEqualTo("Only its author and the moderators can delete this clip.");
        assertThat(chat.labels()).isEmpty();
        chat.press("v1:delete:job1:now");
        assertThat(chat.answer()).startsWith("This button no longer does anything.");
    }

    @Test
    void showTellsTheFilesByTheirNumbersAndWhichAreGone() {
        clip(Mode.FIRST_LAST_FRAME, Prompt.plain("a kite"), one, two);
        chat.media.forget(two);
        chat.media.keepClip();
        chat.say("/show job1");

        assertThat(chat.field("Files")).isEqualTo("@image1 first frame, @image2 no longer kept");
        assertThat(chat.newest().card().orElseThrow().thumbnails()).containsExactly(one);
        assertThat(chat.newest().attachments()).hasSize(1);
        assertThat(chat.labels()).containsExactly("Again", "Remix", "Extend", "Send again", "Delete");
        assertThat(((Control.Button) chat.control("Remix")).form().orElseThrow().fields().getFirst()).extracting("value").isEqualTo("a kite");
        chat.press("v1:info:job1");
        assertThat(chat.newest().attachments()).isEmpty();
        assertThat(chat.newest().envelope().audience()).isEqualTo(Audience.ASKER);
    }

    @Test
    void showSaysWhatBecameOfAClipThatIsNotThere() {
        clip(Mode.TEXT, Prompt.plain("a kite"));
        chat.say("/show job1");
        assertThat(chat.answer()).isEqualTo("The clip of this job is not stored here any more.");
        assertThat(chat.labels()).containsExactly("Again", "Remix", "Delete");

        chat.jobs.forgetClips();
        chat.say("/show job1");
        assertThat(chat.answer()).isEqualTo("This clip was deleted.");
        assertThat(chat.labels()).containsExactly("Again", "Remix");
        assertThat(chat.field("Receipt")).isEqualTo("0.50 USD charged");
    }
}

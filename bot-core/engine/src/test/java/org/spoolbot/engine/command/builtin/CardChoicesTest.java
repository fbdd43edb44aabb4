package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;

/** A card offers only what can be made, of the words and files that are there. */
class CardChoicesTest {
    private final Chat chat = new Chat();

    /** A model that takes clips only as references, has one size, and cannot be silent. */
    private void addPlainModel() {
        Capabilities plain = new Capabilities(
                Set.of(Mode.TEXT, Mode.REFERENCE),
                Map.of(MediaKind.IMAGE, FakeGateway.files(9), MediaKind.VIDEO, FakeGateway.files(3)),
                List.of(4, 6),
                List.of(Ratio.SQUARE_1_1),
                List.of(Resolution.P720),
                200,
                Set.of());
        chat.gateway.models.add(new Model("plain", "p", plain, false));
    }

    private List<String> options(String label) {
        return ((Control.Select) chat.control(label)).options().stream().map(Control.Option::value).toList();
    }

    @Test
    void pickingAModelNarrowsTheMenusAndSaysWhatMoved() {
        addPlainModel();
        chat.say("/video kite --duration 8 --resolution 1080p --audio off").select("Model", "plain");

        assertThat(chat.answer()).contains("length is now 6 s").contains("shape is now 1:1").contains("size is now 720p")
                .contains("Sound is on: it cannot be switched off here.");
        assertThat(options("Length")).containsExactly("4", "6");
        assertThat(chat.labels()).doesNotContain("Shape", "Size", "Sound").contains("Generate");
    }

    @Test
    void aMenuOffersEveryLengthThatSomeModelMakesAndTheRestFollows() {
        addPlainModel();
        chat.say("/video kite");
        assertThat(options("Length")).containsExactly("4", "5", "6", "8", "10");

        chat.select("Length", "6");

        assertThat(chat.field("Shape")).isEqualTo("1:1");
        assertThat(chat.answer()).contains("shape is now 1:1");
    }

    private List<String> suggested(String line) {
        return chat.inbox.complete(chat.origin(), line).stream().map(Suggestion::label).toList();
    }

    @Test
    void whileTypingOnlyWhatCanBeMadeIsSuggested() {
        addPlainModel();
        assertThat(suggested("/video kite --duration ")).containsExactly("4", "5", "6", "8", "10");
        assertThat(suggested("/video kite --model ")).containsExactly("seedance", "plain");
        assertThat(suggested("/video kite --model plain --duration ")).containsExactly("4", "6");
        assertThat(suggested("/video kite --model plain --audio ")).containsExactly("on");
        assertThat(suggested("/video --model seedance --resolution 1")).containsExactly("1080p");
        assertThat(suggested("/video --ratio ")).containsExactly("16:9", "9:16", "1:1");
    }

    @Test
    void framesAreNotOfferedByAModelThatMakesNone() {
        addPlainModel();
        chat.gateway.models.removeFirst();
        chat.say("/video kite", FakeUpload.png("a.png"), FakeUpload.png("b.png"), FakeUpload.png("c.png"));
        assertThat(chat.labels()).doesNotContain("First frame");
        chat.pressLabel("Remove files").say("", FakeUpload.png("d.png"));
        assertThat(chat.labels()).doesNotContain("Use as reference");
    }

    @Test
    void modelsThatDoNotTakeTheFilesAreNotInTheMenu() {
        addPlainModel();
        chat.say("/video kite");
        assertThat(options("Model")).containsExactly("*", "seedance", "plain");
        chat.say("", FakeUpload.png("a.png"));
        assertThat(chat.labels()).doesNotContain("Model");
    }

    @Test
    void aModelThatWasPickedCanBeUnpicked() {
        addPlainModel();
        chat.say("/video kite").select("Model", "plain");
        assertThat(chat.field("Model")).isNotEmpty();
        chat.select("Model", "*").pressLabel("Generate");

        assertThat(chat.jobs.orders.getLast().request().model()).isEmpty();
    }

    @Test
    void aModelThatIsGoneDoesNotHoldTheDraftForEver() {
        chat.say("/video kite --model gone");
        assertThat(chat.labels()).doesNotContain("Generate");
        chat.select("Model", "*");

        assertThat(chat.labels()).contains("Generate");
    }

    @Test
    void oneOfThreePicturesCanBeMadeTheFirstAndAnotherTheLastFrame() {
        chat.say("/video kite", FakeUpload.png("a.png"), FakeUpload.png("b.png"), FakeUpload.png("c.png"));
        assertThat(chat.field("Files")).isEqualTo("3 pictures as reference");
        assertThat(chat.labels()).contains("First frame").doesNotContain("Last frame");

        chat.select("First frame", "2");
        assertThat(chat.field("Files")).isEqualTo("picture 2 = first frame; the others wait");
        assertThat(options("Last frame")).containsExactly("0", "1", "3");
        chat.select("Last frame", "1");
        assertThat(chat.field("Files")).isEqualTo("pictures 2 and 1 = first and last frame; the others wait");

        chat.pressLabel("Generate");
        assertThat(chat.jobs.orders.getFirst().request().mode()).isEqualTo(Mode.FIRST_LAST_FRAME);
        assertThat(chat.jobs.orders.getFirst().request().references()).extracting(reference -> reference.role())
                .containsExactly(Role.FIRST_FRAME, Role.LAST_FRAME);
    }

    @Test
    void picturesThatWaitAreReferencesAgainWithOneChoice() {
        chat.say("/video kite", FakeUpload.png("a.png"), FakeUpload.png("b.png"), FakeUpload.png("c.png"));
        chat.select("First frame", "3").select("First frame", "0");
        assertThat(chat.field("Files")).isEqualTo("3 pictures as reference");
    }

    @Test
    void aForgedPictureNumberChangesNothingThatCanBeOrdered() {
        chat.say("/video kite", FakeUpload.png("a.png"), FakeUpload.png("b.png"), FakeUpload.png("c.png"));
        chat.select("First frame", "77");
        assertThat(chat.labels()).doesNotContain("Generate");
    }
}

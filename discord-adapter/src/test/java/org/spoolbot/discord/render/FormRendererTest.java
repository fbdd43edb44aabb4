package org.spoolbot.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.message.Control;
import org.spoolbot.testkit.RecordingInbox;

class FormRendererTest {
    private static final CommandSpec VIDEO = CommandSpec.of(
                    "video",
                    "command.video",
                    List.of(
                            OptionSpec.named("prompt", "video.prompt", Type.TEXT).as(OptionSpec.Presence.REST),
                            OptionSpec.named("ratio", "video.ratio", Type.TEXT).choosing(List.of("16:9", "9:16")),
                            OptionSpec.named("audio", "video.audio", Type.FLAG),
                            OptionSpec.named("image1", "video.file", Type.ATTACHMENT)))
            .asking(new CommandSpec.Questions(List.of("prompt", "ratio", "audio"), 10));

    private final RecordingInbox inbox = new RecordingInbox(List.of(VIDEO))
            .text(Locale.ENGLISH, "command.video", "make a clip")
            .text(Locale.GERMAN, "command.video", "mach einen Clip")
            .text(Locale.ENGLISH, "video.prompt", "what the clip should show")
            .text(Locale.ENGLISH, "video.file", "a file the prompt can refer to")
            .localName(Locale.GERMAN, "video.prompt", "text");
    private final FormRenderer renderer = new FormRenderer(inbox);

    private static List<DataObject> labels(net.dv8tion.jda.api.modals.Modal modal) {
        return modal.toData().getArray("components").stream(DataArray::getObject).toList();
    }

    private static List<DataObject> fields(net.dv8tion.jda.api.modals.Modal modal) {
        return labels(modal).stream().map(label -> label.getObject("component")).toList();
    }

    private DataObject ask(Locale language) {
        return renderer.ofCommand(VIDEO, language, FormRendererTest::values).toData();
    }

    private static List<String> values(OptionSpec option, Locale language) {
        return option.type() == Type.FLAG ? List.of("on", "off") : option.choices();
    }

    @Test
    void aBareVideoAsksForWordsSettingsAndTenFiles() {
        var modal = renderer.ofCommand(VIDEO, Locale.ENGLISH, FormRendererTest::values);

        assertThat(modal.getId()).isEqualTo("command:video");
        assertThat(modal.getTitle()).isEqualTo("Make a clip");
        assertThat(labels(modal)).extracting(label -> label.getString("label")).containsExactly("Prompt", "Ratio", "Audio", "A file the prompt can refer to");
        assertThat(labels(modal).getFirst().getString("description")).isEqualTo("what the clip should show");
        assertThat(fields(modal)).extracting(field -> field.getString("custom_id")).containsExactly("prompt", "ratio", "audio", "files");
        assertThat(fields(modal)).extracting(field -> field.getInt("type")).containsExactly(4, 3, 3, 19);
        assertThat(fields(modal)).extracting(field -> field.getBoolean("required", true)).containsOnly(false);
        assertThat(fields(modal).getLast().getInt("max_values")).isEqualTo(10);
        assertThat(PublishedDescription.faults("ModalInteractionCallbackRequestData", modal.toData())).isEmpty();
    }

    @Test
    void itAsksInTheAskersLanguage() {
        DataObject asked = ask(Locale.GERMAN);

        assertThat(asked.getString("title")).isEqualTo("Mach einen Clip");
        assertThat(asked.getArray("components").getObject(0).getString("label")).isEqualTo("Text");
    }

    @Test
    void aFormOfAButtonStandsAsItWasMade() {
        Control.Form form = new Control.Form("Remix", "Go", List.of(
                new Control.TextField("prompt", "Prompt", "a red kite", true, 4_000),
                new Control.ChoiceField("model", "Model", List.of(new Control.Option("a", "Model A", false), new Control.Option("b", "Model B", true))),
                new Control.FileField("more", "More files", 3)));

        var modal = renderer.ofControl("v1:remix:7", form);

        assertThat(modal.getId()).isEqualTo("v1:remix:7");
        assertThat(fields(modal).getFirst().getString("value")).isEqualTo("a red kite");
        assertThat(fields(modal).getFirst().getInt("style")).isEqualTo(2);
        assertThat(fields(modal).get(1).getArray("options").getObject(1).getBoolean("default")).isTrue();
        assertThat(fields(modal).getLast().getInt("max_values")).isEqualTo(3);
        assertThat(PublishedDescription.faults("ModalInteractionCallbackRequestData", modal.toData())).isEmpty();
    }

    @Test
    void whatIsTooLongForAModalIsCut() {
        String kites = "kite ".repeat(2_000);
        List<Control.FormField> fields = IntStream.range(0, 7)
                .<Control.FormField>mapToObj(n -> new Control.TextField("f" + n, kites, kites, false, 100_000))
                .toList();

        var modal = renderer.ofControl("v1:edit:7", new Control.Form("ß" + kites, "Go", fields));

        assertThat(modal.getTitle()).hasSizeLessThanOrEqualTo(45);
        assertThat(labels(modal)).hasSize(5).allSatisfy(label -> assertThat(label.getString("label")).hasSizeLessThanOrEqualTo(45));
        assertThat(fields(modal)).allSatisfy(field -> assertThat(field.getString("value")).hasSizeLessThanOrEqualTo(4_000));
    }

    @Test
    void aNumberIsWrittenIntoAShortLine() {
        CommandSpec seeded = CommandSpec.of("dice", "command.dice", List.of(
                        OptionSpec.named("seed", "dice.seed", Type.INTEGER).as(OptionSpec.Presence.REQUIRED),
                        OptionSpec.named("words", "dice.words", Type.TEXT).between(0, 30)))
                .asking(new CommandSpec.Questions(List.of("seed", "words"), 0));

        var modal = renderer.ofCommand(seeded, Locale.ENGLISH, (_, _) -> List.of());

        assertThat(fields(modal)).extracting(field -> field.getInt("style")).containsExactly(1, 2);
        assertThat(fields(modal)).extracting(field -> field.getBoolean("required", true)).containsExactly(true, false);
        assertThat(fields(modal)).extracting(field -> field.getInt("max_length")).containsExactly(4_000, 30);
        assertThat(Optional.of(modal.getTitle())).hasValue("Command.dice");
    }
}

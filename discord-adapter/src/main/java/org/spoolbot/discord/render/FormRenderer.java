package org.spoolbot.discord.render;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.ChatInbox;

/** Forms as Discord's modals. Pure. */
public final class FormRenderer {
    /** The id of a modal that asks for a command begins with this; the path follows, joined by spaces. */
    public static final String COMMAND = "command:";

    /** The id of the field that takes the files of a command. */
    public static final String FILES = "files";

    private final ChatInbox inbox;

    /** With the words of that server. */
    public FormRenderer(ChatInbox inbox) {
        this.inbox = inbox;
    }

    /** The form of a pressed control; the modal's id is the action's. */
    public Modal ofControl(String actionId, Control.Form form) {
        return modal(actionId, form.title(), form.fields().stream().map(FormRenderer::field));
    }

    /**
     * What a command asks for when it is called with nothing.
     *
     * @param values what an option can be, at most 25; empty to let it be written
     */
    public Modal ofCommand(
            CommandSpec spec, Locale language, BiFunction<OptionSpec, Locale, List<String>> values) {
        CommandSpec.Questions questions = spec.questions().orElseThrow();
        Stream<Label> options = questions.options().stream()
                .flatMap(name -> spec.option(name).stream())
                .map(option -> question(option, language, values.apply(option, language)));
        Stream<Label> files = questions.files() == 0 ? Stream.of() : Stream.of(files(spec, language, questions.files()));
        return modal(COMMAND + spec.name(), inbox.describe(language, spec.descriptionKey()), Stream.concat(options, files));
    }

    private static Modal modal(String id, String title, Stream<Label> labels) {
        return Modal.create(id, capital(PlainText.label(title, Modal.MAX_TITLE_LENGTH)))
                .addComponents(labels.limit(Modal.MAX_COMPONENTS).toList())
                .build();
    }

    private static Label field(Control.FormField field) {
        String label = PlainText.label(field.label(), Label.LABEL_MAX_LENGTH);
        return Label.of(label, switch (field) {
            case Control.TextField text -> written(
                    text.id(), text.multiline(), text.value(), Math.clamp(text.maxLength(), 1, TextInput.MAX_VALUE_LENGTH));
            case Control.ChoiceField choice -> chosen(choice.id(), Menus.options(choice.options()), true);
            case Control.FileField files -> uploads(files.id(), files.most());
        });
    }

    private Label question(OptionSpec option, Locale language, List<String> values) {
        String description = PlainText.label(inbox.describe(language, option.descriptionKey()), Label.DESCRIPTION_MAX_LENGTH);
        String name = inbox.localName(language, option.descriptionKey()).orElse(option.name());
        return Label.of(capital(PlainText.label(name, Label.LABEL_MAX_LENGTH)), description, answer(option, values));
    }

    private static LabelChildComponent answer(OptionSpec option, List<String> values) {
        boolean required = option.presence() == Presence.REQUIRED;
        Collection<SelectOption> options = Menus.values(values);
        if (!options.isEmpty()) {
            return chosen(option.name(), options, required);
        }
        boolean words = option.type() == Type.TEXT;
        int most = option.range()
                .filter(_ -> words)
                .map(OptionSpec.Range::to)
                .orElse(TextInput.MAX_VALUE_LENGTH);
        return TextInput.create(option.name(), words ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
                .setMaxLength(Math.clamp(most, 1, TextInput.MAX_VALUE_LENGTH))
                .setRequired(required)
                .build();
    }

    /** The options for files say what files are for. */
    private Label files(CommandSpec spec, Locale language, int most) {
        Optional<OptionSpec> file = spec.options().stream()
                .filter(option -> option.type() == Type.ATTACHMENT)
                .reduce((_, last) -> last);
        String text = file.map(option -> inbox.describe(language, option.descriptionKey())).orElse("");
        return Label.of(capital(PlainText.label(text, Label.LABEL_MAX_LENGTH)), uploads(FILES, most));
    }

    private static LabelChildComponent written(String id, boolean multiline, String value, int most) {
        TextInput.Builder input = TextInput.create(id, multiline ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
                .setMaxLength(most)
                .setRequired(false);
        return value.isEmpty() ? input.build() : input.setValue(PlainText.cut(value, most)).build();
    }

    private static LabelChildComponent chosen(String id, Collection<SelectOption> options, boolean required) {
        return StringSelectMenu.create(id)
                .addOptions(options)
                .setMinValues(required ? 1 : 0)
                .setRequired(required)
                .build();
    }

    private static LabelChildComponent uploads(String id, int most) {
        return AttachmentUpload.create(id)
                .setRequired(false)
                .setRequiredRange(0, Math.clamp(most, 1, AttachmentUpload.MAX_UPLOADS))
                .build();
    }

    /** Of the same length: a sign that only two others could stand for stays small. */
    private static String capital(String text) {
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }
}

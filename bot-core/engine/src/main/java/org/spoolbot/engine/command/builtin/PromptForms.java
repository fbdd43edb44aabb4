package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Form;
import org.spoolbot.api.message.Control.FormField;

/**
 * The forms that ask for words, with those of before to begin with. A button carries the same form that its action has by its id. There is
 * none where a platform could not show the words whole. Pure.
 */
final class PromptForms {
    /** In characters: what the chats let people write at once. */
    static final int LONGEST = 4_000;
    /** The most files that a form takes. */
    static final int MOST_FILES = 10;

    private PromptForms() {}

    /** Changes the words of a draft and adds files to it. */
    static Optional<Form> edit(Draft draft, Function<Phrase, String> say) {
        if (draft.prompt().length() > LONGEST) {
            return Optional.empty();
        }
        List<FormField> fields = new ArrayList<>();
        fields.add(words(say, "command.card.prompt", draft.prompt()));
        int room = Math.min(Studio.MAX_FILES - draft.files().size(), MOST_FILES);
        if (room > 0) {
            fields.add(new Control.FileField("files", say.apply(Phrase.of("command.card.add-files")), room));
        }
        return Optional.of(form(say, "command.card.edit-", fields));
    }

    /** Asks for the same clip with other words. */
    static Optional<Form> remix(String prompt, Function<Phrase, String> say) {
        return asking(prompt, say, "command.card.prompt", "job.remix.");
    }

    /** Asks for words that a filter lets pass. */
    static Optional<Form> repair(String prompt, Function<Phrase, String> say) {
        return asking(prompt, say, "job.repair.words", "job.repair.");
    }

    private static Optional<Form> asking(String prompt, Function<Phrase, String> say, String label, String form) {
        return prompt.length() > LONGEST
                ? Optional.empty()
                : Optional.of(form(say, form, List.of(words(say, label, prompt))));
    }

    private static Form form(Function<Phrase, String> say, String keys, List<FormField> fields) {
        return new Form(say.apply(Phrase.of(keys + "title")), say.apply(Phrase.of(keys + "submit")), fields);
    }

    private static FormField words(Function<Phrase, String> say, String label, String prompt) {
        return new Control.TextField("prompt", say.apply(Phrase.of(label)), prompt, true, LONGEST);
    }
}

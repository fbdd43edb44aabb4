package org.spoolbot.engine.command.builtin;

import java.util.List;
import java.util.function.Function;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Control.Button;

/** The buttons under a finished clip. Their ids say all there is to know, so that they work after a restart and a month later. */
public final class ClipButtons {
    private ClipButtons() {}

    /** All of them, for the message that brings the clip. */
    public static List<Control> all(JobId job, String prompt, Function<Phrase, String> texts) {
        return List.of(
                plain(job, "again", texts), remix(job, prompt, texts), plain(job, "extend", texts), plain(job, "info", texts), delete(job, texts));
    }

    /** Asks for other words, with those of before to begin with; without a form where a platform could not show them whole. */
    public static Button remix(JobId job, String prompt, Function<Phrase, String> texts) {
        Button plain = plain(job, "remix", texts);
        return new Button(plain.id(), plain.label(), plain.style(), PromptForms.remix(prompt, texts));
    }

    /** Deletes the clip, after a question. */
    public static Button delete(JobId job, Function<Phrase, String> texts) {
        return Button.danger("v1:delete:" + job, texts.apply(Phrase.of("job.button.delete")));
    }

    private static Button plain(JobId job, String action, Function<Phrase, String> texts) {
        return Button.of("v1:" + action + ":" + job, texts.apply(Phrase.of("job.button." + action)));
    }
}

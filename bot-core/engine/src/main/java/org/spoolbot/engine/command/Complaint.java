package org.spoolbot.engine.command;

import org.spoolbot.api.i18n.Phrase;
import java.util.List;

/** An input cannot be carried out; the sentences say why, each on its own line. */
final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Phrase> sentences;

    Complaint(List<Phrase> sentences) {
        super(null, null, false, false);
        this.sentences = List.copyOf(sentences);
    }

    Complaint(String key, Object... arguments) {
        this(List.of(Phrase.of(key, arguments)));
    }

    List<Phrase> sentences() {
        return sentences;
    }
}

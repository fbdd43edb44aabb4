package org.spoolbot.api.command;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.i18n.Phrase;

/** A command cannot be done as asked; carries the sentence that says why and what to do. */
public final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Phrase phrase;

    /** With the sentence for the asker. */
    public CommandException(Phrase phrase) {
        super(requireNonNull(phrase, "phrase is null").key(), null, false, false);
        this.phrase = phrase;
    }

    /** With the sentence of that key. */
    public CommandException(String key, Object... arguments) {
        this(Phrase.of(key, arguments));
    }

    /** The sentence for the asker. */
    public Phrase phrase() {
        return phrase;
    }
}

package org.spoolbot.api.i18n;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * A text by key, not yet in any language. Arguments are numbers, texts, instants, durations, other phrases.
 *
 * @param key the key in the message bundle
 * @param arguments what fills {@code {0}}, {@code {1}} …
 */
public record Phrase(String key, List<Object> arguments) {
    /** The key of {@link #literal}. */
    public static final String LITERAL = "literal";

    public Phrase {
        requireNonNull(key, "key is null");
        arguments = List.copyOf(arguments);
    }

    /** The phrase of that key. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, Arrays.asList(arguments));
    }

    /** Text that is shown as it is, whatever the language; for what a member or an operator wrote. */
    public static Phrase literal(String text) {
        return of(LITERAL, text);
    }
}

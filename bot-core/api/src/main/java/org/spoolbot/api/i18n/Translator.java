package org.spoolbot.api.i18n;

import java.util.Locale;
import java.util.Optional;

/**
 * Turns phrases into text. A plugin's translator looks into the plugin's own bundle ({@code messages.properties} and
 * {@code messages_xx.properties} at the root of its jar) first, then into the server's. Bundles hold ICU message patterns in UTF-8.
 * An operator's override in {@code HOME/messages/} wins. Thread-safe.
 */
public interface Translator {
    /** The text in that language, else in English; a key that nobody has is shown as itself and logged once. */
    String text(Locale language, Phrase phrase);

    /** Shorthand for {@link #text(Locale, Phrase)}. */
    default String text(Locale language, String key, Object... arguments) {
        return text(language, Phrase.of(key, arguments));
    }

    /** The text without arguments in that very language, and in no other; empty if its bundles have none, or it has no bundles. */
    default Optional<String> find(Locale language, String key) {
        return Optional.empty();
    }
}

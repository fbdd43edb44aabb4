package org.spoolbot.engine.command;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells "continue, and then it rains" from a prompt. Pure. */
final class Continuation {
    private static final Pattern LEADING = Pattern.compile("^[\\s,.:;!…，。：；！—–-]+");

    private Continuation() {}

    /** What stands behind a word that asks to go on, maybe nothing; empty if the text does not begin with one. */
    static Optional<String> of(String text, Collection<String> words) {
        return words.stream()
                .filter(word -> begins(text, word))
                .findFirst()
                .map(word -> LEADING.matcher(text.substring(word.length())).replaceFirst("").strip());
    }

    private static boolean begins(String text, String word) {
        if (!text.regionMatches(true, 0, word, 0, word.length())) {
            return false;
        }
        boolean whole = text.length() == word.length() || !Character.isLetterOrDigit(text.codePointAt(word.length()));
        // Chinese puts no space between words.
        return whole || Character.isIdeographic(word.codePointAt(0));
    }
}

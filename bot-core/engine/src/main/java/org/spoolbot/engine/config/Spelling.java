package org.spoolbot.engine.config;

import java.util.Collection;
import org.spoolbot.engine.spelling.Nearest;

/** Says what to write instead of an unknown word. */
public final class Spelling {
    private Spelling() {}

    /** {@code did you mean 'x'?}, or the words to choose from. */
    public static String remedy(String word, Collection<String> known) {
        return Nearest.to(word, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "known here: " + String.join(", ", known));
    }
}

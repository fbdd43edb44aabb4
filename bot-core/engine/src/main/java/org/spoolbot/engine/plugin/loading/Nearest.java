package org.spoolbot.engine.plugin.loading;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the word somebody probably meant. */
final class Nearest {
    private static final int MAX_DISTANCE = 3;

    private Nearest() {}

    /** {@code ; did you mean 'x'?}, or nothing. */
    static String hint(String word, Collection<String> known, Collection<String> more) {
        // Of a short word too little is left after three changes.
        int reach = Math.min(MAX_DISTANCE, Math.max(1, word.length() / 2));
        return Stream.concat(known.stream(), more.stream())
                .filter(candidate -> distance(word, candidate) <= reach)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate)).thenComparing(candidate -> candidate))
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int change = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(change, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

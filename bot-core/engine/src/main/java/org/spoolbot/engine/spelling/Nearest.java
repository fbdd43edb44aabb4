package org.spoolbot.engine.spelling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant who mistyped a name. */
public final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    /** The known name that needs the fewest changes, if so few that it is likely meant. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, Math.min(3, typed.length() / 2));
        return known.stream()
                .filter(name -> distance(typed, name) <= most || (typed.length() >= 2 && name.startsWith(typed)))
                .min(Comparator.<String>comparingInt(name -> distance(typed, name)).thenComparing(Comparator.naturalOrder()));
    }

    /** Insertions, removals, replacements and swaps of neighbours that make one text the other. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                cost[row][column] = cell(cost, from, to, row, column);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cell(int[][] cost, String from, String to, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int best = Math.min(cost[row - 1][column - 1] + change, Math.min(cost[row - 1][column], cost[row][column - 1]) + 1);
        boolean swapped = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return swapped ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}

package org.spoolbot.engine.community;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;
import org.spoolbot.engine.community.CommunityBooks.Row;

/** What was set in one community. */
record CommunitySettings(List<Row> rows) {
    static final CommunitySettings NOTHING = new CommunitySettings(List.of());

    CommunitySettings {
        rows = List.copyOf(rows);
    }

    static String name(Listing listing) {
        return listing.name().toLowerCase(Locale.ROOT);
    }

    static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** What a list says of each thing that is on it. */
    Map<String, Verdict> verdicts(Listing listing) {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        items(listing).forEach(row -> verdicts.put(row.item(), Verdict.valueOf(row.value().toUpperCase(Locale.ROOT))));
        return verdicts;
    }

    List<Row> items(Listing listing) {
        return rows.stream().filter(row -> row.isIn(name(listing))).toList();
    }

    /** The choices by name, without those that were taken back. */
    Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.item().isEmpty() && !row.value().isEmpty())
                .forEach(row -> choices.put(row.name(), row.value()));
        return choices;
    }

    CommunitySettings changed(List<Row> written, List<Row> removed) {
        List<Row> all = new ArrayList<>(rows);
        all.removeIf(old -> removed.stream().anyMatch(row -> isSame(row, old)) || written.stream().anyMatch(row -> isSame(row, old)));
        all.addAll(written);
        return new CommunitySettings(all);
    }

    private static boolean isSame(Row one, Row other) {
        return one.name().equals(other.name()) && one.item().equals(other.item());
    }
}

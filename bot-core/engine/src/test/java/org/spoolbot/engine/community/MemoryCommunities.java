package org.spoolbot.engine.community;

import java.util.ArrayList;
import java.util.List;

/** Settings of communities that outlive the server of a test. */
public final class MemoryCommunities implements CommunityBooks {
    private final List<Row> rows = new ArrayList<>();

    @Override
    public synchronized List<Row> all() {
        return List.copyOf(rows);
    }

    @Override
    public synchronized void change(List<Row> written, List<Row> removed) {
        rows.removeIf(old -> removed.stream().anyMatch(row -> isSame(row, old)) || written.stream().anyMatch(row -> isSame(row, old)));
        rows.addAll(written);
    }

    private static boolean isSame(Row one, Row other) {
        return one.community().equals(other.community()) && one.name().equals(other.name()) && one.item().equals(other.item());
    }
}

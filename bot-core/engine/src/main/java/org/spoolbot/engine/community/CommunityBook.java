package org.spoolbot.engine.community;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Community;
import org.spoolbot.engine.community.CommunityBooks.Row;

/** Everything that was set, in memory for reading; changes go through one writer. */
final class CommunityBook {
    private final CommunityBooks books;
    private volatile @Nullable Map<Community, CommunitySettings> communities;

    @Inject
    CommunityBook(CommunityBooks books) {
        this.books = books;
    }

    CommunitySettings of(Community community) {
        return all().getOrDefault(community, CommunitySettings.NOTHING);
    }

    /** Makes a change of what is set now; false if there is nothing to change, or no room. */
    synchronized boolean change(Community community, Function<CommunitySettings, Change> wanted) {
        CommunitySettings before = of(community);
        Change change = wanted.apply(before);
        CommunitySettings after = before.changed(change.written(), change.removed());
        int rows = all().values().stream().mapToInt(one -> one.rows().size()).sum() - before.rows().size() + after.rows().size();
        if (change.isEmpty() || rows > CommunityBooks.MOST_ROWS) {
            return false;
        }
        books.change(change.written(), change.removed());
        all().put(community, after);
        return true;
    }

    /** Read when it is first asked for: the books open after this is made. */
    private Map<Community, CommunitySettings> all() {
        Map<Community, CommunitySettings> known = communities;
        return known != null ? known : read();
    }

    private synchronized Map<Community, CommunitySettings> read() {
        Map<Community, CommunitySettings> known = communities;
        if (known != null) {
            return known;
        }
        Map<Community, CommunitySettings> found = new ConcurrentHashMap<>();
        books.all().stream()
                .collect(Collectors.groupingBy(Row::community))
                .forEach((community, rows) -> found.put(community, new CommunitySettings(rows)));
        communities = found;
        return found;
    }

    /** Rows to write and to remove. */
    record Change(List<Row> written, List<Row> removed) {
        static final Change NONE = new Change(List.of(), List.of());

        Change {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }

        boolean isEmpty() {
            return written.isEmpty() && removed.isEmpty();
        }
    }
}

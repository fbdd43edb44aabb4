package org.spoolbot.engine.community;

import java.time.Instant;
import java.util.List;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;

/** The port to what the admins of communities set. Methods block. */
public interface CommunityBooks {
    /** The most rows that are read. */
    int MOST_ROWS = 100_000;

    /** Everything, by community, name and item. */
    List<Row> all();

    /** Writes rows in place of those with the same key and removes others, in one transaction. */
    void change(List<Row> written, List<Row> removed);

    /**
     * Something that was set.
     *
     * @param name what
     * @param item of a list what is on it; else empty
     * @param value to what; empty if it was taken back
     */
    record Row(Community community, String name, String item, String value, MemberId by, Instant at) {
        boolean isIn(String list) {
            return name.equals(list) && !item.isEmpty();
        }
    }
}

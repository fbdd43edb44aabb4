package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.engine.community.CommunityBooks;

/** What the admins of communities set, in SQLite. */
public final class SqliteCommunityBooks implements CommunityBooks {
    private static final String SET = """
            INSERT INTO community_setting (platform, community, name, item, value, member, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (platform, community, name, item) DO UPDATE SET value = excluded.value, member = excluded.member,
            changed_at = excluded.changed_at""";
    private static final String REMOVE =
            "DELETE FROM community_setting WHERE platform = ? AND community = ? AND name = ? AND item = ?";
    private static final String ALL = """
            SELECT platform, community, name, item, value, member, changed_at FROM community_setting
            ORDER BY platform, community, name, item LIMIT ?""";

    private final Database database;

    @Inject
    SqliteCommunityBooks(Database database) {
        this.database = database;
    }

    @Override
    public List<Row> all() {
        return database.readers().read(session -> session.list(ALL, SqliteCommunityBooks::row, MOST_ROWS));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Community(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new MemberId(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    @Override
    public void change(List<Row> written, List<Row> removed) {
        database.writer().write(transaction -> {
            Session session = transaction.session();
            for (Row row : removed) {
                Community place = row.community();
                session.update(REMOVE, place.platform(), place.id(), row.name(), row.item());
            }
            for (Row row : written) {
                write(session, row);
            }
            return true;
        });
    }

    private static void write(Session session, Row row) throws SQLException {
        session.update(
                SET,
                row.community().platform(),
                row.community().id(),
                row.name(),
                row.item(),
                row.value(),
                row.by().value(),
                row.at().toEpochMilli());
    }
}

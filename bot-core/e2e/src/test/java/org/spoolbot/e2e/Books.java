package org.spoolbot.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server's database, read with plain SQL by somebody who trusts none of the server's code. */
final class Books implements AutoCloseable {
    private final Connection connection;

    private Books(Connection connection) {
        this.connection = connection;
    }

    static Books open(Path database) throws SQLException {
        return new Books(DriverManager.getConnection("jdbc:sqlite:file:" + database + "?mode=ro"));
    }

    /** How many jobs are in each status. */
    Map<String, Long> statuses() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        each("SELECT status, count(*) FROM job GROUP BY status", row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    long jobs(String condition) throws SQLException {
        return number("SELECT count(*) FROM job WHERE " + condition);
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Rows of a text and milliseconds, as seconds by the text. */
    Map<String, Double> moments(String sql) throws SQLException {
        Map<String, Double> moments = new HashMap<>();
        each(sql, row -> moments.put(row.getString(1), row.getLong(2) / 1000.0));
        return moments;
    }

    /** Every way in which ledger, balances and jobs do not tell the same; empty if the books are exact. */
    List<String> discrepancies() throws SQLException {
        List<String> found = new ArrayList<>();
        each(MEMBER_SIDE, row -> found.add("job %s is %s/%s, but its member's book holds %d and charged %d".formatted(
                row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5))));
        each(OPERATOR_SIDE, row -> found.add("job %s is %s with %d spent, but the operator's book holds %d and spent %d".formatted(
                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5))));
        each(BALANCES, row -> found.add("%s has the balance %d/%d/%d, but its entries add up to %d/%d/%d".formatted(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))));
        each(HISTORY, row -> found.add("job " + row.getString(1) + " stands at another status than its history"));
        return found;
    }

    private static final String MEMBER_SIDE = """
            SELECT job.id, job.status, member_standing, sum(held_micros), sum(spent_micros)
            FROM job JOIN ledger ON ledger.job = job.id AND movement LIKE 'MEMBER%'
            GROUP BY job.id
            HAVING sum(spent_micros) <> charged_micros
                OR sum(held_micros) <> CASE member_standing WHEN 'HELD' THEN price_micros ELSE 0 END
                OR charged_micros > price_micros
                OR member_standing = 'CHARGED' AND job.status NOT IN ('FETCHING', 'DELIVERING', 'SUCCEEDED')
                OR job.status = 'SUCCEEDED' AND member_standing <> 'CHARGED'""";
    private static final String OPERATOR_SIDE = """
            SELECT job.id, spend_standing, spend_micros, sum(held_micros), sum(spent_micros)
            FROM job JOIN ledger ON ledger.job = job.id AND movement LIKE 'OPERATOR%'
            GROUP BY job.id
            HAVING sum(held_micros) <> CASE spend_standing WHEN 'HELD' THEN spend_micros ELSE 0 END
                OR sum(spent_micros) <> CASE spend_standing WHEN 'HELD' THEN 0 ELSE spend_micros END""";
    private static final String BALANCES = """
            WITH entries AS (
                SELECT CASE WHEN movement LIKE 'MEMBER%' THEN member ELSE place END AS subject, * FROM ledger
                UNION ALL SELECT 'server', * FROM ledger WHERE movement LIKE 'OPERATOR%'),
            sums AS (SELECT subject, sum(clips) AS clips, sum(seconds) AS seconds, sum(held_micros + spent_micros) AS micros
                FROM entries GROUP BY subject),
            balances AS (SELECT subject, sum(clips) AS clips, sum(seconds) AS seconds, sum(micros) AS micros FROM usage GROUP BY subject)
            SELECT sums.subject, coalesce(balances.clips, 0), coalesce(balances.seconds, 0), coalesce(balances.micros, 0),
                sums.clips, sums.seconds, sums.micros
            FROM sums LEFT JOIN balances ON balances.subject = sums.subject
            WHERE coalesce(balances.clips, 0) <> sums.clips OR coalesce(balances.seconds, 0) <> sums.seconds
                OR coalesce(balances.micros, 0) <> sums.micros""";
    private static final String HISTORY = """
            SELECT job.id FROM job JOIN job_event ON job_event.job = job.id
            WHERE job_event.version = (SELECT max(version) FROM job_event other WHERE other.job = job.id)
            AND job_event.status <> job.status""";

    private void each(String sql, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

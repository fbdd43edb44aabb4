package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.LedgerEntry;

/** The ledger's rows and the balances kept of them, per subject and day. */
final class Books {
    private static final String ENTRY = """
            INSERT INTO ledger (job, movement, round, member, place, booked_at, at, held_micros, spent_micros, clips, seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String BALANCE = """
            INSERT INTO usage (subject, day, clips, seconds, micros) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject, day) DO UPDATE SET clips = clips + excluded.clips, seconds = seconds + excluded.seconds,
            micros = micros + excluded.micros""";
    private static final String MOVE = """
            UPDATE usage SET clips = clips + ?, seconds = seconds + ?, micros = micros + ? WHERE subject = ? AND day = ?""";
    private static final String IN_WINDOW =
            "SELECT coalesce(sum(micros), 0) FROM usage WHERE subject = ? AND day >= ? AND day < ?";
    private static final String USED = """
            SELECT subject,
              sum(CASE WHEN day >= ?1 THEN clips END), sum(CASE WHEN day >= ?1 THEN seconds END), sum(CASE WHEN day >= ?1 THEN micros END),
              sum(CASE WHEN day >= ?2 THEN clips END), sum(CASE WHEN day >= ?2 THEN seconds END), sum(CASE WHEN day >= ?2 THEN micros END),
              sum(CASE WHEN day >= ?3 THEN clips END), sum(CASE WHEN day >= ?3 THEN seconds END), sum(CASE WHEN day >= ?3 THEN micros END)
            FROM usage WHERE subject IN (?4, ?5, ?6) AND day >= min(?2, ?3) GROUP BY subject""";

    private Books() {}

    /** What is used in the windows that run now, for all three sides. */
    static Map<String, Used> used(Session session, Scopes scopes, Windows windows, Instant now) throws SQLException {
        Map<String, Used> result = new HashMap<>();
        session.list(
                USED,
                row -> result.put(
                        row.getString(1), new Used(amount(row, 2), amount(row, 5), amount(row, 8))),
                start(windows, Windows.Span.DAY, now),
                start(windows, Windows.Span.WEEK, now),
                start(windows, Windows.Span.MONTH, now),
                scopes.member(),
                scopes.place(),
                Scopes.SERVER);
        return result;
    }

    /** Writes an entry and moves the balances of its book. */
    static void write(Session session, Job job, LedgerEntry entry, long day, Instant now) throws SQLException {
        Scopes scopes = Scopes.of(job.owner().member(), job.owner().destination());
        session.update(
                ENTRY,
                job.id().value(),
                entry.movement().name(),
                entry.movement() == LedgerEntry.Movement.OPERATOR_MOVED ? job.version() : 0,
                scopes.member(),
                scopes.place(),
                job.state().createdAt().toEpochMilli(),
                now.toEpochMilli(),
                entry.held(),
                entry.spent(),
                entry.clips(),
                entry.seconds());
        switch (entry.movement().book()) {
            case MEMBER -> move(session, scopes.member(), day, entry);
            case OPERATOR -> {
                move(session, scopes.place(), day, entry);
                move(session, Scopes.SERVER, day, entry);
            }
        }
    }

    private static void move(Session session, String subject, long day, LedgerEntry entry) throws SQLException {
        long micros = entry.held() + entry.spent();
        if (micros == 0 && entry.clips() == 0 && entry.seconds() == 0) {
            return;
        }
        // An upsert checks the inserted row's constraints first, so what goes down must be a plain update.
        if (micros < 0 || entry.clips() < 0 || entry.seconds() < 0) {
            session.update(MOVE, entry.clips(), entry.seconds(), micros, subject, day);
            return;
        }
        session.update(BALANCE, subject, day, entry.clips(), entry.seconds(), micros);
    }

    /** What is held and spent of a book in one window. */
    static long micros(Session session, String subject, Windows.Window window) throws SQLException {
        return session.number(IN_WINDOW, subject, window.start().getEpochSecond(), window.end().getEpochSecond());
    }

    private static Used.Amount amount(java.sql.ResultSet row, int column) throws SQLException {
        return new Used.Amount(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
    }

    static long start(Windows windows, Windows.Span span, Instant now) {
        return windows.of(span, now).start().getEpochSecond();
    }
}

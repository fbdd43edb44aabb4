package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** How long rows are kept. Jobs with their prompts go first, the ledger without them later. */
final class Keeping {
    private static final Duration JOBS = Duration.ofDays(180);
    private static final Duration LEDGER = Duration.ofDays(400);
    private static final int AT_ONCE = 300;

    private static final String OLD_JOBS = """
            DELETE FROM job WHERE ordinal IN (SELECT ordinal FROM job WHERE status IN ('SUCCEEDED', 'FAILED', 'CANCELLED')
              AND created_at < ? AND NOT (failure IS 'SUBMIT_AMBIGUOUS' AND spend_standing = 'PRESUMED') LIMIT ?)""";
    private static final String OLD_EVENTS = """
            DELETE FROM job_event WHERE (job, version) IN (SELECT job, version FROM job_event WHERE at < ? LIMIT ?)""";
    private static final String OLD_LEDGER = """
            DELETE FROM ledger WHERE (job, movement) IN (SELECT job, movement FROM ledger WHERE booked_at < ? LIMIT ?)""";
    private static final String OLD_USAGE = """
            DELETE FROM usage WHERE (subject, day) IN (SELECT subject, day FROM usage WHERE day < ? LIMIT ?)""";

    private static final String OLD_LINKS =
            "DELETE FROM public_link WHERE sha256 IN (SELECT sha256 FROM public_link WHERE expires_at < ? LIMIT ?)";

    private Keeping() {}

    static int tidy(Session session, Instant now) throws SQLException {
        long ledger = now.minus(LEDGER).toEpochMilli();
        return session.update(OLD_JOBS, now.minus(JOBS).toEpochMilli(), AT_ONCE)
                + session.update(OLD_EVENTS, ledger, AT_ONCE)
                + session.update(OLD_LEDGER, ledger, AT_ONCE)
                + session.update(OLD_LINKS, now.toEpochMilli(), AT_ONCE)
                + session.update(OLD_USAGE, now.minus(LEDGER).getEpochSecond(), AT_ONCE);
    }
}

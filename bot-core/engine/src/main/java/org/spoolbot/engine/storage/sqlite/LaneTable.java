package org.spoolbot.engine.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.storage.sqlite.TurnOrder.Turn;

/**
 * The waiting lines. Each job gets a turn when it is queued: a member's turns lie apart by a step that is smaller for a heavier group,
 * and begin at the turn that was served last, so nobody saves up turns while away and nobody's many jobs are before another's first.
 */
final class LaneTable {
    /** When a job that is held back may be claimed: not by itself. */
    static final long HELD_UNTIL = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    private static final long TURN = 1_000_000;
    private static final int PROMOTED_AT_ONCE = 500;

    private static final String FIND =
            "SELECT id, head_key FROM lane WHERE member_scope = ? AND provider = ? AND platform = ? AND place_scope = ?";
    private static final String CREATE =
            "INSERT INTO lane (member_scope, provider, platform, place_scope) VALUES (?, ?, ?, ?) RETURNING id";
    private static final String HEAD = """
            UPDATE lane SET (head_key, head_ordinal) = (SELECT turn_key, ordinal FROM job
              WHERE lane = ?1 AND status = 'QUEUED' AND ready = 1 ORDER BY turn_key, ordinal LIMIT 1) WHERE id = ?1""";
    private static final String NEXT = """
            SELECT head_key, head_ordinal FROM lane WHERE provider = ? AND platform = ? AND open = 1 AND head_key IS NOT NULL
            ORDER BY head_key, head_ordinal LIMIT 1""";
    private static final String OPEN = """
            UPDATE lane SET open = NOT EXISTS (SELECT 1 FROM queue_load WHERE scope IN (lane.member_scope, lane.place_scope)
              AND running >= running_limit) WHERE""";
    private static final String LOADS = """
            SELECT scope, waiting, running, running_limit, last_key, last_order_at FROM queue_load WHERE scope IN (?, ?, ?)""";
    private static final String ENTERED = """
            INSERT INTO queue_load (scope, waiting, running, running_limit, last_key, last_order_at) VALUES (?, 1, 0, ?, ?, ?)
            ON CONFLICT (scope) DO UPDATE SET waiting = waiting + 1, running_limit = excluded.running_limit,
              last_key = CASE WHEN excluded.last_key > 0 THEN excluded.last_key ELSE last_key END,
              last_order_at = coalesce(excluded.last_order_at, last_order_at)""";
    private static final String LOADED =
            "UPDATE queue_load SET waiting = waiting + ?, running = running + ? WHERE scope IN (?, ?, ?)";

    private LaneTable() {}

    /** Where a job waits and when its turn comes. */
    record Place(long lane, long key, boolean empty) {}

    /** How many may run at a time, by side; empty is unlimited. */
    record RunningLimits(OptionalLong member, OptionalLong place, OptionalLong server) {}

    static Map<String, Load> loads(Session session, Scopes scopes) throws SQLException {
        Map<String, Load> loads = new HashMap<>();
        session.list(
                LOADS, row -> loads.put(row.getString(1), load(row)), scopes.member(), scopes.place(), Scopes.SERVER);
        return loads;
    }

    static Place place(Session session, Scopes scopes, Job.Plan plan, String platform, long key) throws SQLException {
        Optional<Place> found = session.first(
                FIND,
                row -> new Place(row.getLong(1), key, row.getObject(2) == null),
                scopes.member(),
                plan.provider(),
                platform,
                scopes.place());
        if (found.isPresent()) {
            return found.get();
        }
        long lane = session.number(CREATE, scopes.member(), plan.provider(), platform, scopes.place());
        session.update(OPEN + " id = ?", lane);
        return new Place(lane, key, true);
    }

    static long turnKey(Map<String, Load> loads, Scopes scopes, int weight) {
        Load member = loads.getOrDefault(scopes.member(), Load.NOTHING);
        long served = loads.getOrDefault(Scopes.SERVER, Load.NOTHING).lastKey();
        long own = member.waiting() > 0 ? member.lastKey() : 0;
        return Math.max(served, own) + TURN / Math.max(1, weight);
    }

    /** Counts a job that was queued. */
    static void entered(
            Session session, Scopes scopes, Turn turn, Place place, RunningLimits limits, Map<String, Load> before, @Nullable Long orderedAt)
            throws SQLException {
        if (place.empty()) {
            session.update("UPDATE lane SET head_key = ?, head_ordinal = ? WHERE id = ?", turn.key(), turn.ordinal(), place.lane());
        }
        Load member = before.getOrDefault(scopes.member(), Load.NOTHING);
        session.update(ENTERED, scopes.member(), boxed(limits.member()), turn.key(), orderedAt);
        session.update(ENTERED, scopes.place(), boxed(limits.place()), 0, null);
        session.update(ENTERED, Scopes.SERVER, boxed(limits.server()), 0, null);
        reopenIfChanged(session, "member_scope", scopes.member(), member, limits.member());
        reopenIfChanged(
                session, "place_scope", scopes.place(), before.getOrDefault(scopes.place(), Load.NOTHING), limits.place());
    }

    /** Moves the counts and heads after a job changed its status. */
    static void changed(Session session, JobTable.Stored before, Job after) throws SQLException {
        Scopes scopes = Scopes.of(after.owner().member(), after.owner().destination());
        boolean wasQueued = before.job().status() == JobStatus.QUEUED;
        boolean isQueued = after.status() == JobStatus.QUEUED;
        int waiting = number(isQueued) - number(wasQueued);
        int running = number(isAtGateway(after.status())) - number(isAtGateway(before.job().status()));
        boolean moves = !before.job().plan().provider().equals(after.plan().provider());
        if (waiting == 0 && running == 0 && !moves) {
            return;
        }
        if (moves) {
            changeLane(session, scopes, before.turn(), after);
        }
        session.update(LOADED, waiting, running, scopes.member(), scopes.place(), Scopes.SERVER);
        if (isQueued) {
            session.update("UPDATE job SET ready = 0 WHERE ordinal = ?", before.turn().ordinal());
        }
        if (wasQueued && before.ready()) {
            session.update(HEAD, before.lane());
        }
        if (running != 0) {
            reopen(session, scopes);
        }
    }

    /** The turn stays: who waits for another gateway than before does not begin to wait anew. */
    private static void changeLane(Session session, Scopes scopes, Turn turn, Job after) throws SQLException {
        Place place = place(session, scopes, after.plan(), after.owner().destination().platform(), turn.key());
        session.update("UPDATE job SET lane = ? WHERE ordinal = ?", place.lane(), turn.ordinal());
    }

    /** The job whose turn is next among the lanes that may go; promotes what waited for its time before. */
    static Optional<Turn> next(Session session, Set<String> providers, Set<String> platforms, Instant now)
            throws SQLException {
        promote(session, now);
        Optional<Turn> next = Optional.empty();
        for (String provider : providers) {
            for (String platform : platforms) {
                Optional<Turn> head =
                        session.first(NEXT, row -> new Turn(row.getLong(1), row.getLong(2)), provider, platform);
                if (head.isPresent() && (next.isEmpty() || head.get().compareTo(next.get()) < 0)) {
                    next = head;
                }
            }
        }
        return next;
    }

    /** The clock of turns: a member who comes now is placed after the turn served now. */
    static void served(Session session, Turn turn) throws SQLException {
        session.update("UPDATE queue_load SET last_key = max(last_key, ?) WHERE scope = ?", turn.key(), Scopes.SERVER);
    }

    /** Takes every queued job out of its turn until it is let go. */
    static void holdAll(Session session) throws SQLException {
        session.update("UPDATE job SET ready = 0, not_before = ? WHERE status = 'QUEUED'", HELD_UNTIL);
        session.update("UPDATE lane SET head_key = NULL, head_ordinal = NULL");
    }

    private static void promote(Session session, Instant now) throws SQLException {
        record Due(long ordinal, long lane) {}
        // Left alone, SQLite prefers job_status and reads the whole queue at each claim.
        for (Due due : session.list(
                "SELECT ordinal, lane FROM job INDEXED BY job_deferred WHERE status = 'QUEUED' AND ready = 0 AND not_before <= ? LIMIT ?",
                row -> new Due(row.getLong(1), row.getLong(2)),
                now.toEpochMilli(),
                PROMOTED_AT_ONCE)) {
            session.update("UPDATE job SET ready = 1 WHERE ordinal = ?", due.ordinal());
            session.update(HEAD, due.lane());
        }
    }

    private static void reopen(Session session, Scopes scopes) throws SQLException {
        session.update(OPEN + " member_scope = ?", scopes.member());
        Load place = loads(session, scopes).getOrDefault(scopes.place(), Load.NOTHING);
        long free = place.runningLimit().orElse(Long.MAX_VALUE) - place.running();
        // A place's lanes are many: they are touched only when its last slot is taken or comes back.
        if (free <= 1) {
            session.update(OPEN + " place_scope = ?", scopes.place());
        }
    }

    private static void reopenIfChanged(Session session, String column, String scope, Load before, OptionalLong limit)
            throws SQLException {
        if (!before.runningLimit().equals(limit) && before.running() > 0) {
            session.update(OPEN + " " + column + " = ?", scope);
        }
    }

    private static Load load(ResultSet row) throws SQLException {
        return new Load(
                row.getLong(2),
                row.getLong(3),
                row.getObject(4) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(4)),
                row.getLong(5),
                row.getObject(6) == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(6))));
    }

    private static boolean isAtGateway(JobStatus status) {
        return status == JobStatus.SUBMITTING || status == JobStatus.RUNNING;
    }

    private static int number(boolean yes) {
        return yes ? 1 : 0;
    }

    private static @Nullable Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}

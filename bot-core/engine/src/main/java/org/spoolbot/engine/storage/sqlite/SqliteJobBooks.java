package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.storage.sqlite.TurnOrder.Turn;

/** Jobs, ledger and history in SQLite. */
public final class SqliteJobBooks implements JobBooks {
    private static final String BY_ID = "SELECT * FROM job WHERE id = ?";
    static final String BY_MESSAGE = "SELECT * FROM job WHERE delivered = ? ORDER BY ordinal DESC LIMIT 1";
    private static final String PAGE =
            "SELECT * FROM job WHERE status = ? AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?";
    private static final String SUBMITTED = "SELECT * FROM job WHERE provider = ? AND submitted_at BETWEEN ? AND ? LIMIT ?";
    // Left alone, SQLite may prefer job_status and read every failure that ever was.
    private static final String UNTOLD = """
            SELECT * FROM job INDEXED BY job_untold WHERE status = 'FAILED' AND delivery = 'PENDING'
            AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?""";
    private static final String FINISHED = "('SUCCEEDED', 'FAILED', 'CANCELLED')";
    private static final String FACED = "SELECT * FROM job INDEXED BY job_face WHERE progress IS NOT NULL AND status IN " + FINISHED
            + " AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?";
    private static final String SPENT = """
            SELECT sum(spent_micros) FROM ledger WHERE booked_at >= ?
            AND movement IN ('OPERATOR_PRESUMED', 'OPERATOR_SETTLED', 'OPERATOR_RELEASED')""";
    private static final String SPENT_BY_PROVIDER = """
            SELECT provider, sum(spent_micros) FROM ledger JOIN job ON job.id = ledger.job WHERE booked_at >= ?
            AND movement IN ('OPERATOR_PRESUMED', 'OPERATOR_SETTLED', 'OPERATOR_RELEASED') GROUP BY provider""";
    private static final String PACE = """
            SELECT made_at - submitted_at FROM job WHERE provider = ? AND model = ? AND seconds = ? AND resolution = ?
            AND made_at IS NOT NULL ORDER BY made_at DESC LIMIT 50""";
    private static final String UNCLEAR = """
            SELECT * FROM job WHERE failure = 'SUBMIT_AMBIGUOUS' AND spend_standing = 'PRESUMED'
            ORDER BY member_standing = 'HELD' DESC, ordinal LIMIT ?""";

    private static final String USED = """
            SELECT 1 FROM job WHERE clip = ? AND id <> ?
            UNION ALL SELECT 1 FROM job WHERE last_frame = ? AND id <> ? LIMIT 1""";

    private final Database database;
    private final ServerSettings.Jobs settings;
    private final InstantSource clock;
    private final RandomIds ids;

    @Inject
    SqliteJobBooks(Database database, ServerSettings settings, InstantSource clock, RandomIds ids) {
        this.database = database;
        this.settings = settings.jobs();
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Acceptance accept(NewJob order) {
        JobTable.Texts texts = JobTable.Texts.of(order.owner(), order.request());
        Acceptance acceptance = database
                .writer()
                .write(new Accepting(order, texts, new JobId(ids.next(10)), database, settings.maxQueued(), now()));
        return acceptance instanceof Acceptance.Accepted(Job job, int _)
                ? new Acceptance.Accepted(job, position(job.id()))
                : acceptance;
    }

    @Override
    public Optional<Job> apply(JobId id, long expectedVersion, JobSignal signal) {
        if (signal instanceof JobSignal.Rerouted) {
            throw new IllegalArgumentException("a change of plan is checked against caps: reroute it");
        }
        Instant now = now();
        return database.writer().write(transaction -> {
            Optional<JobTable.Stored> stored = JobMoves.find(transaction.session(), id, expectedVersion);
            return stored.isEmpty() ? Optional.empty() : moves().move(transaction, stored.get(), signal, now);
        });
    }

    @Override
    public Rerouting reroute(JobId id, long expectedVersion, JobSignal.Rerouted signal, EffectiveLimits caps) {
        return database.writer().write(new Redirecting(id, expectedVersion, signal, caps, database, now()));
    }

    @Override
    public List<JobEvent> history(JobId id) {
        return database.readers().read(session -> EventTable.history(session, id));
    }

    @Override
    public Optional<Job> claim(Set<String> providers, Set<String> platforms, Instant now) {
        return database.writer().write(transaction -> {
            Session session = transaction.session();
            if (isFull(session)) {
                return Optional.empty();
            }
            Optional<Turn> next = LaneTable.next(session, providers, platforms, now);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            LaneTable.served(session, next.get());
            JobTable.Stored stored = session.first(
                            "SELECT * FROM job WHERE ordinal = ?", JobTable::stored, next.get().ordinal())
                    .orElseThrow();
            return moves().move(transaction, stored, new JobSignal.Claimed(), now.truncatedTo(ChronoUnit.MILLIS));
        });
    }

    @Override
    public Optional<Instant> nextClaim() {
        return database.readers().read(session -> session.first(
                        "SELECT min(not_before) FROM job INDEXED BY job_deferred WHERE status = 'QUEUED' AND ready = 0 AND not_before < ?",
                        row -> row.getLong(1),
                        LaneTable.HELD_UNTIL)
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli));
    }

    @Override
    public Optional<Job> find(JobId id) {
        return database.readers().read(session -> session.first(BY_ID, JobTable::job, id.value()));
    }

    @Override
    public Optional<Job> orderedBy(MemberId member, String once) {
        return database.readers().read(session -> session.first(Accepting.ONCE, JobTable::job, member.value(), once));
    }

    @Override
    public Optional<Job> byMessage(MessageRef message) {
        return database.readers().read(session -> session.first(BY_MESSAGE, JobTable::job, JobText.of(message)));
    }

    @Override
    public List<Job> inStatus(Set<JobStatus> statuses, Optional<Job> after, int limit) {
        long since = after.map(job -> job.state().createdAt().toEpochMilli()).orElse(Long.MIN_VALUE);
        String lastId = after.map(job -> job.id().value()).orElse("");
        List<Job> page = new ArrayList<>();
        for (JobStatus status : statuses) {
            page.addAll(database.readers().read(
                    session -> session.list(PAGE, JobTable::job, status.name(), since, lastId, limit)));
        }
        return page.stream()
                .sorted(Comparator.comparing((Job job) -> job.state().createdAt()).thenComparing(job -> job.id().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Job> submitted(String provider, Instant from, Instant to, int limit) {
        return database.readers().read(session ->
                session.list(SUBMITTED, JobTable::job, provider, from.toEpochMilli(), to.toEpochMilli(), limit));
    }

    @Override
    public List<Job> untold(Optional<Job> after, int limit) {
        return page(UNTOLD, after, limit);
    }

    @Override
    public List<Job> faced(Optional<Job> after, int limit) {
        return page(FACED, after, limit);
    }

    private List<Job> page(String sql, Optional<Job> after, int limit) {
        long since = after.map(job -> job.state().createdAt().toEpochMilli()).orElse(Long.MIN_VALUE);
        String lastId = after.map(job -> job.id().value()).orElse("");
        return database.readers().read(session -> session.list(sql, JobTable::job, since, lastId, limit));
    }

    @Override
    public List<Job> ofMember(MemberId member, boolean finished, int limit, int offset) {
        String condition = finished ? " AND status IN " + FINISHED : " AND status NOT IN " + FINISHED;
        String order = finished ? " ORDER BY ordinal DESC" : " ORDER BY ordinal";
        String sql = "SELECT * FROM job WHERE member = ?" + condition + order + " LIMIT ? OFFSET ?";
        return database.readers().read(session -> session.list(sql, JobTable::job, member.value(), limit, offset));
    }

    @Override
    public int position(JobId id) {
        Optional<Turn> turn = database.readers().read(session -> session.first(
                "SELECT turn_key, ordinal FROM job WHERE id = ? AND status = 'QUEUED'",
                row -> new Turn(row.getLong(1), row.getLong(2)),
                id.value()));
        return turn.map(known -> database.turns().before(known) + 1).orElse(0);
    }

    @Override
    public List<Duration> durations(String provider, String model, int seconds, String resolution) {
        return database.readers().read(session ->
                session.list(PACE, row -> Duration.ofMillis(row.getLong(1)), provider, model, seconds, resolution));
    }

    @Override
    public List<Job> unclear(int limit) {
        return database.readers().read(session -> session.list(UNCLEAR, JobTable::job, limit));
    }

    @Override
    public boolean isUsedByOthers(String sha256, JobId job) {
        return database.readers()
                .read(session -> session.first(USED, row -> row.getInt(1), sha256, job.value(), sha256, job.value()))
                .isPresent();
    }

    @Override
    public Map<JobStatus, Long> counts() {
        Map<JobStatus, Long> counts = new EnumMap<>(JobStatus.class);
        database.readers().read(session -> session.list(
                "SELECT status, count(*) FROM job GROUP BY status",
                row -> counts.put(JobStatus.valueOf(row.getString(1)), row.getLong(2))));
        return counts;
    }

    @Override
    public Money spentSince(Instant since) {
        return new Money(database.readers().read(session -> session.number(SPENT, since.toEpochMilli())));
    }

    @Override
    public Map<String, Money> spentByProvider(Instant since) {
        Map<String, Money> spent = new HashMap<>();
        database.readers().read(session -> session.list(
                SPENT_BY_PROVIDER, row -> spent.put(row.getString(1), new Money(row.getLong(2))), since.toEpochMilli()));
        return spent;
    }

    @Override
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new HashMap<>();
        database.readers().read(session -> session.list(
                "SELECT provider, count(*) FROM job WHERE status = 'QUEUED' GROUP BY provider",
                row -> waiting.put(row.getString(1), row.getLong(2))));
        return waiting;
    }

    @Override
    public Set<String> waitedFor() {
        return Set.copyOf(database.readers().read(session -> session.list(
                "SELECT DISTINCT provider FROM lane WHERE head_key IS NOT NULL", row -> row.getString(1))));
    }

    private boolean isFull(Session session) throws SQLException {
        Load server = LaneTable.loads(session, new Scopes(Scopes.SERVER, Scopes.SERVER))
                .getOrDefault(Scopes.SERVER, Load.NOTHING);
        return server.isFull() || server.running() >= settings.maxRunning();
    }

    private JobMoves moves() {
        return new JobMoves(database.turns());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

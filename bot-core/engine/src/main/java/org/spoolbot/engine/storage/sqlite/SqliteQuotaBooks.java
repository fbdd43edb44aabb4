package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.quota.QuotaBooks;

/** Rules set from chat, and what is used, in SQLite. */
public final class SqliteQuotaBooks implements QuotaBooks {
    private static final String SET = """
            INSERT INTO quota_rule (subject, measure, amount, actor, set_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (subject, measure) DO UPDATE SET amount = excluded.amount, actor = excluded.actor, set_at = excluded.set_at""";

    private final Database database;
    private final InstantSource clock;

    @Inject
    SqliteQuotaBooks(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<QuotaLimit> rules(QuotaSubject subject) {
        return database.readers().read(session -> session.list(
                "SELECT measure, amount FROM quota_rule WHERE subject = ? ORDER BY measure",
                row -> new QuotaLimit(
                        QuotaLimit.Measure.valueOf(row.getString(1)),
                        row.getObject(2) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(2))),
                Scopes.ruleOf(subject)));
    }

    @Override
    public void set(QuotaSubject subject, QuotaLimit limit, MemberId actor) {
        Long amount = limit.amount().isPresent() ? limit.amount().getAsLong() : null;
        long now = clock.millis();
        database.writer().write(transaction -> transaction.session().update(
                SET, Scopes.ruleOf(subject), limit.measure().name(), amount, actor.value(), now));
    }

    @Override
    public QuotaReport report(MemberId member, Optional<Community> community, EffectiveLimits limits) {
        Scopes scopes = Scopes.of(member, community);
        Windows windows = database.windows();
        Instant now = clock.instant();
        LimitCheck check = database.readers().read(session -> new LimitCheck(
                scopes,
                LaneTable.loads(session, scopes),
                Books.used(session, scopes, windows, now),
                windows,
                now));
        return new QuotaReport(limits.limits().stream().map(line -> line(check, line)).toList());
    }

    private static QuotaReport.Line line(LimitCheck check, EffectiveLimits.Line line) {
        LimitCheck.Use use = check.use(line);
        return new QuotaReport.Line(line.limit(), line.subject(), use.amount(), use.resetsAt());
    }
}

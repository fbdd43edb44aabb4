package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks.Acceptance;
import org.spoolbot.engine.job.JobBooks.Breach;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;
import org.spoolbot.engine.job.JobBooks.Claim;
import org.spoolbot.engine.job.JobBooks.NewJob;
import org.spoolbot.engine.job.JobTransitions;
import org.spoolbot.engine.job.LedgerEntry;
import org.spoolbot.engine.storage.sqlite.TurnOrder.Turn;

/** The acceptance of one job, as the writer runs it. */
record Accepting(NewJob order, JobTable.Texts texts, JobId id, Database database, int maxQueued, Instant now)
        implements Writer.Command<Acceptance> {
    private static final String DRAFT = "SELECT 1 FROM conversation WHERE id = ? AND member = ? AND expires_at > ?";
    static final String ONCE = "SELECT * FROM job WHERE member = ? AND once = ?";

    @Override
    public Acceptance run(Transaction transaction) throws SQLException {
        Session session = transaction.session();
        Optional<Job> before = madeBefore(session);
        if (before.isPresent()) {
            return new Acceptance.Repeated(before.get());
        }
        if (draftIsGone(session)) {
            return new Acceptance.DraftGone();
        }
        Scopes scopes = Scopes.of(order.owner().member(), order.owner().destination());
        Map<String, Load> loads = LaneTable.loads(session, scopes);
        List<Breach> breaches = breaches(session, scopes, loads);
        if (!breaches.isEmpty()) {
            return new Acceptance.OverLimit(breaches);
        }
        if (loads.getOrDefault(Scopes.SERVER, Load.NOTHING).waiting() >= maxQueued) {
            throw new BooksBusyException("as many jobs wait as the server takes", null);
        }
        if (order.claim() instanceof Claim.Draft(String draft)) {
            session.update("DELETE FROM conversation WHERE id = ?", draft);
        }
        return queue(transaction, scopes, loads);
    }

    private Optional<Job> madeBefore(Session session) throws SQLException {
        return order.claim() instanceof Claim.Once(String key)
                ? session.first(ONCE, JobTable::job, order.owner().member().value(), key)
                : Optional.empty();
    }

    private boolean draftIsGone(Session session) throws SQLException {
        if (!(order.claim() instanceof Claim.Draft(String draft))) {
            return false;
        }
        String member = order.owner().member().value();
        return session.first(DRAFT, _ -> true, draft, member, now.toEpochMilli()).isEmpty();
    }

    private List<Breach> breaches(Session session, Scopes scopes, Map<String, Load> loads) throws SQLException {
        boolean sample = order.plan().sample();
        Windows windows = database.windows();
        Map<String, Used> used = sample ? Map.of() : Books.used(session, scopes, windows, now);
        LimitCheck.Wanted wanted = new LimitCheck.Wanted(
                order.request().format().seconds(),
                order.request().format().resolution(),
                order.plan().price().micros(),
                sample);
        return new LimitCheck(scopes, loads, used, windows, now).breaches(order.limits(), wanted);
    }

    private Acceptance queue(Transaction transaction, Scopes scopes, Map<String, Load> loads) throws SQLException {
        Session session = transaction.session();
        JobTransitions.Step opened = JobTransitions.opening(newJob());
        long day = Books.start(database.windows(), Windows.Span.DAY, now);
        String platform = order.owner().destination().platform();
        long key = LaneTable.turnKey(loads, scopes, order.weight());
        LaneTable.Place place = LaneTable.place(session, scopes, order.plan(), platform, key);
        Turn turn = new Turn(key, JobTable.insert(session, opened, texts, place, day));
        if (order.claim() instanceof Claim.Once(String once)) {
            session.update("UPDATE job SET once = ? WHERE ordinal = ?", once, turn.ordinal());
        }
        EventTable.ordered(session, opened.job(), order.notes(), now);
        for (LedgerEntry entry : opened.entries()) {
            Books.write(session, opened.job(), entry, day, now);
        }
        Long orderedAt = order.plan().sample() ? null : now.toEpochMilli();
        LaneTable.entered(session, scopes, turn, place, runningLimits(), loads, orderedAt);
        TurnOrder turns = database.turns();
        transaction.afterCommit(() -> turns.add(turn));
        return new Acceptance.Accepted(opened.job(), 0);
    }

    private Job newJob() {
        boolean sample = order.plan().sample();
        Money price = sample ? Money.ZERO : order.plan().price();
        int seconds = sample ? 0 : order.request().format().seconds();
        return new Job(
                id,
                order.owner(),
                order.request(),
                order.plan(),
                new Job.State(JobStatus.QUEUED, 1, now, now, now, 0, Optional.empty()),
                new Job.Work(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Job.Delivery.PENDING),
                new Receipt(Receipt.Standing.HELD, price, Money.ZERO, seconds));
    }

    private LaneTable.RunningLimits runningLimits() {
        OptionalLong member = OptionalLong.empty();
        OptionalLong place = OptionalLong.empty();
        OptionalLong server = OptionalLong.empty();
        for (var line : order.limits().limits()) {
            if (line.limit().measure() != QuotaLimit.Measure.RUNNING) {
                continue;
            }
            switch (line.subject()) {
                case QuotaSubject.Global _ -> server = line.limit().amount();
                case QuotaSubject.Place _ -> place = line.limit().amount();
                case QuotaSubject.Person _, QuotaSubject.Group _, QuotaSubject.Default _ -> member = line.limit().amount();
            }
        }
        return new LaneTable.RunningLimits(member, place, server);
    }
}

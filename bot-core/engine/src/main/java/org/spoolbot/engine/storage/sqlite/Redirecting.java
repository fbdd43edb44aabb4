package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks.Rerouting;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.quota.EffectiveLimits;

/** A job's change of plan, as the writer runs it. */
record Redirecting(JobId id, long version, JobSignal.Rerouted signal, EffectiveLimits caps, Database database, Instant now)
        implements Writer.Command<Rerouting> {
    @Override
    public Rerouting run(Transaction transaction) throws SQLException {
        Session session = transaction.session();
        Optional<JobTable.Stored> stored = JobMoves.find(session, id, version);
        if (stored.isEmpty() || isHeld(stored.get().job())) {
            return new Rerouting.Lost();
        }
        if (isOverLimit(session, stored.get())) {
            return new Rerouting.OverLimit();
        }
        return new JobMoves(database.turns())
                .move(transaction, stored.get(), signal, now)
                .<Rerouting>map(Rerouting.Moved::new)
                .orElseGet(Rerouting.Lost::new);
    }

    /** What an owner has to let go must not go by another way. */
    private static boolean isHeld(Job job) {
        return job.status() == JobStatus.QUEUED && job.state().notBefore().toEpochMilli() >= LaneTable.HELD_UNTIL;
    }

    private boolean isOverLimit(Session session, JobTable.Stored stored) throws SQLException {
        long rise = signal.plan().price().micros() - stored.spend().micros();
        if (rise <= 0 || signal.plan().sample()) {
            return false;
        }
        for (EffectiveLimits.Line line : caps.limits()) {
            if (isOver(session, stored.job(), line, rise)) {
                return true;
            }
        }
        return false;
    }

    /** A job stays booked on the day of its acceptance, so that day's caps are the ones that a rise could break. */
    private boolean isOver(Session session, Job job, EffectiveLimits.Line line, long rise) throws SQLException {
        Optional<Windows.Span> span = costSpan(line);
        if (span.isEmpty() || line.limit().amount().isEmpty() || !isOfOperator(line.subject())) {
            return false;
        }
        Scopes scopes = Scopes.of(job.owner().member(), job.owner().destination());
        Windows.Window window = database.windows().of(span.get(), job.state().createdAt());
        long used = Books.micros(session, scopes.counting(line.subject()), window);
        return used + rise > line.limit().amount().getAsLong();
    }

    private static boolean isOfOperator(QuotaSubject subject) {
        return switch (subject) {
            case QuotaSubject.Global _, QuotaSubject.Place _ -> true;
            case QuotaSubject.Person _, QuotaSubject.Group _, QuotaSubject.Default _ -> false;
        };
    }

    private static Optional<Windows.Span> costSpan(EffectiveLimits.Line line) {
        return switch (line.limit().measure()) {
            case COST_PER_DAY -> Optional.of(Windows.Span.DAY);
            case COST_PER_WEEK -> Optional.of(Windows.Span.WEEK);
            case COST_PER_MONTH -> Optional.of(Windows.Span.MONTH);
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH, RUNNING,
                    WAITING, COOLDOWN, LENGTH, RESOLUTION -> Optional.empty();
        };
    }
}

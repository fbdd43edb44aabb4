package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.JobTransitions;
import org.spoolbot.engine.job.LedgerEntry;

/** Writes what a signal does to a job: row, history, both books and its place in line. Runs on the writer, inside a transaction. */
record JobMoves(TurnOrder turns) {
    private static final String BY_ID = "SELECT * FROM job WHERE id = ?";

    /** The job at that version; empty if it moved on. */
    static Optional<JobTable.Stored> find(Session session, JobId id, long version) throws SQLException {
        return session.first(BY_ID, JobTable::stored, id.value())
                .filter(stored -> stored.job().version() == version);
    }

    Optional<Job> move(Transaction transaction, JobTable.Stored stored, JobSignal signal, Instant now) throws SQLException {
        Optional<JobTransitions.Step> step = JobTransitions.next(stored.job(), stored.spend(), signal, now);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Session session = transaction.session();
        Job after = step.get().job();
        JobTable.update(session, stored.turn().ordinal(), step.get());
        if (!after.plan().equals(stored.job().plan())) {
            JobTable.replan(session, stored.turn().ordinal(), after.plan());
        }
        EventTable.moved(session, after, signal, now);
        for (LedgerEntry entry : step.get().entries()) {
            Books.write(session, after, entry, stored.day(), now);
        }
        LaneTable.changed(session, stored, after);
        keepOrder(transaction, stored, after);
        return Optional.of(after);
    }

    private void keepOrder(Transaction transaction, JobTable.Stored before, Job after) {
        boolean wasQueued = before.job().status() == JobStatus.QUEUED;
        boolean isQueued = after.status() == JobStatus.QUEUED;
        if (wasQueued && !isQueued) {
            transaction.afterCommit(() -> turns.remove(before.turn()));
        }
        if (!wasQueued && isQueued) {
            transaction.afterCommit(() -> turns.add(before.turn()));
        }
    }
}

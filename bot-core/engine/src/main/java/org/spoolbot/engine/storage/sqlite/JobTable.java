package org.spoolbot.engine.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobTransitions;
import org.spoolbot.engine.job.Spend;

/** The rows of jobs. */
final class JobTable {
    private static final String INSERT = """
            INSERT INTO job (id, member, name, account, member_group, destination, request, provider, model, seconds, resolution, sample,
              plan_micros, status, version, created_at, changed_at, not_before, attempt, delivery, member_standing, price_micros,
              charged_micros, counted_seconds, spend_standing, spend_micros, lane, turn_key, ready, day)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, ?, ?, ?, ?, ?, 1, ?)
            RETURNING ordinal""";
    private static final String UPDATE = """
            UPDATE job SET status = ?, version = ?, changed_at = ?, not_before = ?, attempt = ?, failure = ?, blames = ?, task_id = ?,
              submitted_at = ?, made_at = coalesce(made_at, ?), clip = ?, last_frame = ?, progress = ?, delivered = ?, delivery = ?,
              member_standing = ?, charged_micros = ?, spend_standing = ?, spend_micros = ?
            WHERE ordinal = ?""";
    private static final String PLAN = "UPDATE job SET provider = ?, model = ?, plan_micros = ? WHERE ordinal = ?";

    private JobTable() {}

    /** A job with what only the books know of it. */
    record Stored(Job job, Spend spend, long lane, TurnOrder.Turn turn, boolean ready, long day) {}

    /** What is made of a new job before the writer's turn, so that the writer need not. */
    record Texts(String destination, String request) {
        static Texts of(Job.Owner owner, org.spoolbot.api.video.VideoRequest request) {
            return new Texts(JobText.of(owner.destination()), JobText.of(request));
        }
    }

    static long insert(Session session, JobTransitions.Step opened, Texts texts, LaneTable.Place place, long day)
            throws SQLException {
        Job job = opened.job();
        return session.number(
                INSERT,
                job.id().value(),
                job.owner().member().value(),
                job.owner().name(),
                job.owner().account(),
                job.owner().group(),
                texts.destination(),
                texts.request(),
                job.plan().provider(),
                job.plan().model(),
                job.request().format().seconds(),
                job.request().format().resolution().label(),
                job.plan().sample() ? 1 : 0,
                job.plan().price().micros(),
                job.status().name(),
                job.version(),
                millis(job.state().createdAt()),
                millis(job.state().changedAt()),
                millis(job.state().notBefore()),
                job.work().delivery().name(),
                job.receipt().standing().name(),
                job.receipt().price().micros(),
                job.receipt().seconds(),
                opened.spend().standing().name(),
                opened.spend().micros(),
                place.lane(),
                place.key(),
                day);
    }

    static void update(Session session, long ordinal, JobTransitions.Step step) throws SQLException {
        Job job = step.job();
        Job.State state = job.state();
        Job.Work work = job.work();
        session.update(
                UPDATE,
                state.status().name(),
                state.version(),
                millis(state.changedAt()),
                millis(state.notBefore()),
                state.attempt(),
                state.failure().map(ErrorKind::name).orElse(null),
                EventTable.codes(state.blames()),
                work.taskId().orElse(null),
                work.submittedAt().map(JobTable::millis).orElse(null),
                state.status() == JobStatus.FETCHING ? millis(state.changedAt()) : null,
                work.clip().orElse(null),
                work.lastFrame().orElse(null),
                work.progress().map(JobText::of).orElse(null),
                work.delivered().map(JobText::of).orElse(null),
                work.delivery().name(),
                job.receipt().standing().name(),
                job.receipt().charged().micros(),
                step.spend().standing().name(),
                step.spend().micros(),
                ordinal);
    }

    static void replan(Session session, long ordinal, Job.Plan plan) throws SQLException {
        session.update(PLAN, plan.provider(), plan.model(), plan.price().micros(), ordinal);
    }

    static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                job(row),
                new Spend(Spend.Standing.valueOf(row.getString("spend_standing")), row.getLong("spend_micros")),
                row.getLong("lane"),
                new TurnOrder.Turn(row.getLong("turn_key"), row.getLong("ordinal")),
                row.getInt("ready") == 1,
                row.getLong("day"));
    }

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                new JobId(row.getString("id")),
                new Job.Owner(
                        new MemberId(row.getString("member")),
                        row.getString("name"),
                        row.getString("account"),
                        row.getString("member_group"),
                        JobText.destination(row.getString("destination"))),
                JobText.request(row.getString("request")),
                new Job.Plan(
                        row.getString("provider"),
                        row.getString("model"),
                        new Money(row.getLong("plan_micros")),
                        row.getInt("sample") == 1),
                state(row),
                work(row),
                new Receipt(
                        Receipt.Standing.valueOf(row.getString("member_standing")),
                        new Money(row.getLong("price_micros")),
                        new Money(row.getLong("charged_micros")),
                        row.getInt("counted_seconds")));
    }

    private static Job.State state(ResultSet row) throws SQLException {
        return new Job.State(
                JobStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                Instant.ofEpochMilli(row.getLong("not_before")),
                row.getInt("attempt"),
                fault(row));
    }

    private static Optional<Job.Fault> fault(ResultSet row) throws SQLException {
        Optional<String> kind = text(row, "failure");
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Job.Fault(ErrorKind.valueOf(kind.get()), EventTable.blames(text(row, "blames"))));
    }

    private static Job.Work work(ResultSet row) throws SQLException {
        long submitted = row.getLong("submitted_at");
        Optional<Instant> submittedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(submitted));
        return new Job.Work(
                text(row, "task_id"),
                submittedAt,
                text(row, "clip"),
                text(row, "last_frame"),
                text(row, "progress").map(JobText::message),
                text(row, "delivered").map(JobText::message),
                Job.Delivery.valueOf(row.getString("delivery")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return Optional.ofNullable(text);
    }

    static long millis(Instant instant) {
        return instant.toEpochMilli();
    }
}

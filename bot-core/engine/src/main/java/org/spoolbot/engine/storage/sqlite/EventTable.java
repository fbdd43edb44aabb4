package org.spoolbot.engine.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks.JobEvent;
import org.spoolbot.engine.job.JobSignal;

/** The rows of jobs' histories. What they note may be a gateway's words: it is cleaned and cut before it is stored. */
final class EventTable {
    static final int LONGEST_NOTE = 500;
    private static final String ORDERED = "Ordered";
    private static final String INSERT =
            "INSERT INTO job_event (job, version, at, signal, status, failure, note) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String OF_JOB =
            "SELECT at, signal, status, failure, note FROM job_event WHERE job = ? ORDER BY version LIMIT 500";

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private EventTable() {}

    static void ordered(Session session, Job job, List<String> notes, Instant at) throws SQLException {
        insert(session, job, at, ORDERED, Optional.empty(), String.join("; ", notes));
    }

    static void moved(Session session, Job after, JobSignal signal, Instant at) throws SQLException {
        insert(session, after, at, signal.getClass().getSimpleName(), kind(after, signal), note(signal));
    }

    static List<JobEvent> history(Session session, JobId job) throws SQLException {
        return session.list(OF_JOB, EventTable::event, job.value());
    }

    static @Nullable String codes(List<Blame> blames) {
        return blames.isEmpty() ? null : blames.stream().map(Blame::code).distinct().collect(Collectors.joining(","));
    }

    static List<Blame> blames(Optional<String> codes) {
        return codes.stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .flatMap(code -> Blame.of(code).stream())
                .toList();
    }

    private static void insert(
            Session session, Job job, Instant at, String signal, Optional<ErrorKind> kind, String note) throws SQLException {
        session.update(
                INSERT,
                job.id().value(),
                job.version(),
                at.toEpochMilli(),
                signal,
                job.status().name(),
                kind.map(ErrorKind::name).orElse(null),
                clean(note));
    }

    /** What a job that goes on was refused with is known by its signal alone. */
    private static Optional<ErrorKind> kind(Job after, JobSignal signal) {
        return switch (signal) {
            case JobSignal.TurnedAway away -> Optional.of(away.kind());
            case JobSignal.Rerouted rerouted -> Optional.of(rerouted.kind());
            case JobSignal.Claimed _, JobSignal.Accepted _, JobSignal.Ambiguous _, JobSignal.Made _, JobSignal.Fetched _,
                    JobSignal.Delivered _, JobSignal.Again _, JobSignal.Failed _, JobSignal.Cancelled _, JobSignal.Settled _,
                    JobSignal.Told _, JobSignal.FrameKept _, JobSignal.Resent _, JobSignal.ClipDeleted _, JobSignal.ProgressGone _,
                    JobSignal.ProgressShown _ -> after.state().failure();
        };
    }

    private static String note(JobSignal signal) {
        return switch (signal) {
            case JobSignal.Rerouted rerouted -> rerouted.reason();
            case JobSignal.Failed failed -> Optional.ofNullable(codes(failed.blames())).orElse("");
            case JobSignal.Claimed _, JobSignal.Accepted _, JobSignal.TurnedAway _, JobSignal.Ambiguous _, JobSignal.Made _,
                    JobSignal.Fetched _, JobSignal.Delivered _, JobSignal.Again _, JobSignal.Cancelled _, JobSignal.Settled _,
                    JobSignal.Told _, JobSignal.FrameKept _, JobSignal.Resent _, JobSignal.ClipDeleted _, JobSignal.ProgressGone _,
                    JobSignal.ProgressShown _ -> "";
        };
    }

    private static String clean(String note) {
        String line = UNPRINTABLE.matcher(note).replaceAll(" ").strip();
        int end = Math.min(line.length(), LONGEST_NOTE);
        boolean splits = end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, splits ? end - 1 : end);
    }

    private static JobEvent event(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("failure");
        return new JobEvent(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("signal"),
                JobStatus.valueOf(row.getString("status")),
                Optional.ofNullable(kind).map(ErrorKind::valueOf),
                row.getString("note"));
    }
}

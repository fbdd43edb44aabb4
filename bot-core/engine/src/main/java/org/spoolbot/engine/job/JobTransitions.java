package org.spoolbot.engine.job;

import static org.spoolbot.api.job.JobStatus.CANCELLED;
import static org.spoolbot.api.job.JobStatus.DELIVERING;
import static org.spoolbot.api.job.JobStatus.FAILED;
import static org.spoolbot.api.job.JobStatus.FETCHING;
import static org.spoolbot.api.job.JobStatus.QUEUED;
import static org.spoolbot.api.job.JobStatus.RUNNING;
import static org.spoolbot.api.job.JobStatus.SUBMITTING;
import static org.spoolbot.api.job.JobStatus.SUCCEEDED;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;

/** What each signal does to a job and to both of its books. Pure: no clock, no database. */
public final class JobTransitions {
    private static final Set<JobStatus> AT_GATEWAY_OR_LATER = Set.of(RUNNING, FETCHING, DELIVERING);

    private JobTransitions() {}

    /**
     * What follows from a signal.
     *
     * @param job the job as it is then, its version one higher
     * @param spend the operator's side as it is then
     * @param entries the movements to write, at most one per book
     */
    public record Step(Job job, Spend spend, List<LedgerEntry> entries) {
        public Step {
            entries = List.copyOf(entries);
        }
    }

    /** What a new job sets aside in both books. */
    public static Step opening(Job job) {
        JobLedger ledger = JobLedger.opened(job);
        return new Step(job, ledger.spend(), ledger.entries());
    }

    /** The job after a signal; empty if it may not happen in this status. */
    public static Optional<Step> next(Job job, Spend spend, JobSignal signal, Instant now) {
        JobLedger ledger = JobLedger.of(job, spend);
        Move move = new Move(job, now);
        return switch (signal) {
            case JobSignal.Claimed _ -> when(job.status() == QUEUED, () -> claimed(move, ledger));
            case JobSignal.Accepted(String task) ->
                when(job.status() == SUBMITTING, () -> move.to(RUNNING).task(task).step(ledger.presumed()));
            case JobSignal.TurnedAway(ErrorKind _, Instant notBefore) ->
                when(job.status() == SUBMITTING, () -> move.onTo(QUEUED).again(notBefore).notSubmitted().step(ledger));
            case JobSignal.Rerouted(Job.Plan plan, ErrorKind _, String _) ->
                when(isUnsent(job) && plan.sample() == job.plan().sample(), () -> rerouted(move, ledger, plan));
            case JobSignal.Ambiguous _ ->
                when(job.status() == SUBMITTING, () -> move.failed(new Job.Fault(ErrorKind.SUBMIT_AMBIGUOUS, List.of())).step(ledger.presumed()));
            case JobSignal.Made(Optional<Money> reported) ->
                when(job.status() == RUNNING, () -> move.to(FETCHING).step(ledger.made(reported)));
            case JobSignal.Fetched(String sha256) ->
                when(job.status() == FETCHING, () -> move.to(DELIVERING).clip(sha256).step(ledger));
            case JobSignal.Delivered delivered ->
                when(job.status() == DELIVERING, () -> move.to(SUCCEEDED).delivered(delivered).step(ledger));
            case JobSignal.Again(Instant notBefore) ->
                when(AT_GATEWAY_OR_LATER.contains(job.status()), () -> move.stay().again(notBefore).step(ledger));
            case JobSignal.Failed failed -> failed(job, move, ledger, new Job.Fault(failed.kind(), failed.blames()));
            case JobSignal.Cancelled(boolean withdrawn) -> cancelled(job, move, ledger, withdrawn);
            case JobSignal.Settled settled -> settled(job, move, ledger, settled);
            case JobSignal.Told told ->
                when(isUntold(job), () -> move.quiet().told(told).step(ledger));
            case JobSignal.FrameKept(String sha256) ->
                when(hasClip(job), () -> move.quiet().lastFrame(sha256).step(ledger));
            case JobSignal.Resent(MessageRef message) ->
                when(
                        job.status() == SUCCEEDED && hasClip(job) && job.work().delivered().isEmpty(),
                        () -> move.quiet().delivered(new JobSignal.Delivered(Job.Delivery.DONE, Optional.of(message))).step(ledger));
            case JobSignal.ClipDeleted _ ->
                when(job.status() == SUCCEEDED && hasClip(job), () -> move.quiet().withoutClip().step(ledger));
            case JobSignal.ProgressGone _ ->
                when(
                        job.status().isFinal() && job.work().progress().isPresent(),
                        () -> move.quiet().progress(Optional.empty()).step(ledger));
            case JobSignal.ProgressShown shown ->
                when(!job.status().isFinal(), () -> move.stay().progress(Optional.of(shown.message())).step(ledger));
        };
    }

    private static Step claimed(Move move, JobLedger ledger) {
        return move.onTo(SUBMITTING).submitted().step(ledger);
    }

    private static Step rerouted(Move move, JobLedger ledger, Job.Plan plan) {
        return move.to(QUEUED).notSubmitted().plan(plan).step(ledger.moved(plan.price()));
    }

    /** Whether surely no gateway has it. */
    private static boolean isUnsent(Job job) {
        return job.status() == QUEUED || job.status() == SUBMITTING;
    }

    private static Optional<Step> failed(Job job, Move move, JobLedger ledger, Job.Fault fault) {
        return switch (job.status()) {
            case QUEUED, SUBMITTING -> Optional.of(move.failed(fault).step(ledger.nothingBought()));
            case RUNNING -> Optional.of(move.failed(fault).step(isVerdict(fault.kind()) ? ledger.nothingBought() : ledger.refunded()));
            case FETCHING -> Optional.of(move.failed(fault).step(ledger.returned()));
            case DELIVERING, SUCCEEDED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Step> cancelled(Job job, Move move, JobLedger ledger, boolean withdrawn) {
        return switch (job.status()) {
            case QUEUED -> Optional.of(move.to(CANCELLED).step(ledger.nothingBought()));
            case RUNNING ->
                Optional.of(move.to(CANCELLED).step(withdrawn ? ledger.nothingBought() : ledger.charged()));
            case SUBMITTING, FETCHING, DELIVERING, SUCCEEDED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<Step> settled(Job job, Move move, JobLedger ledger, JobSignal.Settled signal) {
        boolean unclear = job.status() == FAILED && job.state().failure().equals(Optional.of(ErrorKind.SUBMIT_AMBIGUOUS));
        boolean memberOpen = job.receipt().standing() == Receipt.Standing.HELD;
        boolean operatorOpen = ledger.spend().standing() == Spend.Standing.PRESUMED;
        if (!unclear || !(signal.memberSideOnly() ? memberOpen : operatorOpen)) {
            return Optional.empty();
        }
        return Optional.of(move.stay().step(ledger.resolved(signal.billed(), signal.memberSideOnly())));
    }

    private static boolean hasClip(Job job) {
        return job.work().clip().isPresent();
    }

    private static boolean isUntold(Job job) {
        return job.status() == FAILED && job.work().delivery() == Job.Delivery.PENDING;
    }

    /** Whether a failed task with this kind is the gateway's own word that it made, and billed, nothing. */
    private static boolean isVerdict(ErrorKind kind) {
        return switch (kind) {
            case INVALID_PARAMS, CONTENT_POLICY, FACE_REJECTED, COPYRIGHT, MEDIA_UNFETCHABLE, NO_CREDIT, RATE_LIMIT,
                    ROUTE_MISCONFIGURED, UPSTREAM, CANCELLED_BY_PROVIDER -> true;
            case AUTH, NOT_FOUND, TIMEOUT, PROTOCOL, SUBMIT_AMBIGUOUS, NO_ROUTE, STORAGE, INTERNAL -> false;
        };
    }

    private static Optional<Step> when(boolean allowed, java.util.function.Supplier<Step> step) {
        return allowed ? Optional.of(step.get()) : Optional.empty();
    }
}

package org.spoolbot.engine.job;

import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.quota.EffectiveLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The port to jobs, ledger and history: the one writer. Every change is durable (fsync) when the call returns, and moves status, ledger
 * and history in one transaction. Methods block; {@link BooksBusyException} means nothing was written.
 */
public interface JobBooks {
    /** Checks all limits and draft, holds the price and queues the job, in one transaction. */
    Acceptance accept(NewJob job);

    /**
     * Moves a job by compare-and-set on its version through {@link JobTransitions}; empty if it moved meanwhile or may not move so.
     *
     * @throws IllegalArgumentException for {@link JobSignal.Rerouted}, which must go by {@link #reroute}
     */
    Optional<Job> apply(JobId id, long expectedVersion, JobSignal signal);

    /**
     * Gives a job that no gateway has another plan, in one transaction: it keeps its turn, and waits in the line of the new gateway. A
     * dearer plan must fit under the cost caps of its community and of the server, in the windows in which the job was accepted.
     *
     * @param caps the limits as they stand; those of the member's side are not looked at, because the member's price stays
     */
    Rerouting reroute(JobId id, long expectedVersion, JobSignal.Rerouted signal, EffectiveLimits caps);

    /** What happened to a job, oldest first; at most the first 500 events. */
    List<JobEvent> history(JobId id);

    /**
     * Claims the next queued job in fair order (round-robin over members, weighted by group, at most their RUNNING limit at a time) among
     * those whose provider and platform are given, and moves it to SUBMITTING.
     */
    Optional<Job> claim(Set<String> providers, Set<String> platforms, Instant now);

    /** When the earliest queued job may be claimed that is not claimable now; empty if there is none. */
    Optional<Instant> nextClaim();

    /** The job. */
    Optional<Job> find(JobId id);

    /** The job that the member's order of that made; see {@link Claim.Once}. */
    Optional<Job> orderedBy(MemberId member, String once);

    /** The job whose end that message told: it brought the clip, or said why there is none. */
    Optional<Job> byMessage(MessageRef message);

    /** Jobs in these statuses, oldest first, by page: those created after {@code after}, exclusive by (createdAt, id). */
    List<Job> inStatus(Set<JobStatus> statuses, Optional<Job> after, int limit);

    /** Jobs whose paid call at that provider began in that time, both ends included; at most that many. */
    List<Job> submitted(String provider, Instant from, Instant to, int limit);

    /** Failed jobs whose member was not told yet, oldest first, by page as {@link #inStatus}. */
    List<Job> untold(Optional<Job> after, int limit);

    /** Finished jobs whose progress message still stands in the chat, oldest first, by page as {@link #inStatus}. */
    List<Job> faced(Optional<Job> after, int limit);

    /** Jobs of a member: unfinished, or finished newest first. */
    List<Job> ofMember(MemberId member, boolean finished, int limit, int offset);

    /** The place of a queued job in the order of claiming, from 1; 0 if it is not queued. */
    int position(JobId id);

    /** How long the last (at most 50) finished clips of that kind took from submit to ready; resolution by its label. */
    List<Duration> durations(String provider, String model, int seconds, String resolution);

    /**
     * Unclear jobs: FAILED with SUBMIT_AMBIGUOUS. First those whose member's hold stands, then those of which only the operator's side is
     * open; oldest first.
     */
    List<Job> unclear(int limit);

    /** Whether another job's clip or last frame is the file with that hash. */
    boolean isUsedByOthers(String sha256, JobId job);

    /** How many jobs are in each status; for metrics. */
    Map<JobStatus, Long> counts();

    /**
     * A job to accept.
     *
     * @param limits the member's and the caps' limits as they stand, evaluated inside the transaction against the ledger
     * @param weight the group's share, at least 1
     * @param claim what is used up by it
     * @param notes for the operator: who could not make it, and why; kept with the opening event
     */
    record NewJob(
            Job.Owner owner,
            VideoRequest request,
            Job.Plan plan,
            EffectiveLimits limits,
            int weight,
            Claim claim,
            List<String> notes) {
        public NewJob {
            notes = List.copyOf(notes);
        }

        /** Nothing to note. */
        public NewJob(
                Job.Owner owner, VideoRequest request, Job.Plan plan, EffectiveLimits limits, int weight, Optional<String> draftId) {
            this(owner, request, plan, limits, weight, Claim.of(draftId, Optional.empty()), List.of());
        }
    }

    /** What a job uses up, so that the same wish makes one job, however often it comes. */
    sealed interface Claim {
        /** A draft: gone when it was used. */
        record Draft(String id) implements Claim {}

        /** Something that may be handed in again after a crash: the job it made before is the answer. */
        record Once(String key) implements Claim {}

        /** Nothing. */
        record Nothing() implements Claim {}

        /** A draft guards an order best. */
        static Claim of(Optional<String> draft, Optional<String> once) {
            return draft.<Claim>map(Draft::new).or(() -> once.map(Once::new)).orElseGet(Nothing::new);
        }
    }

    /** How a change of plan ended. */
    sealed interface Rerouting {
        /** Queued with the new plan. */
        record Moved(Job job) implements Rerouting {}

        /** The new plan is dearer than a cap allows; nothing was written. */
        record OverLimit() implements Rerouting {}

        /** It moved meanwhile, is held back until an owner lets it go, or may not move so; nothing was written. */
        record Lost() implements Rerouting {}
    }

    /**
     * Something that happened to a job.
     *
     * @param at when
     * @param signal what, by the name of its {@link JobSignal}; {@code Ordered} for its acceptance
     * @param status where the job stood after it
     * @param failure why, if something went wrong
     * @param note a word for the operator; one line, cleaned, maybe empty
     */
    record JobEvent(Instant at, String signal, JobStatus status, Optional<ErrorKind> failure, String note) {}

    /** How acceptance ended. */
    sealed interface Acceptance {
        /** Queued. */
        record Accepted(Job job, int position) implements Acceptance {}

        /** It was ordered before, and made this job. */
        record Repeated(Job job) implements Acceptance {}

        /** Over limits: all of them. */
        record OverLimit(List<Breach> breaches) implements Acceptance {}

        /** The draft was used up before. */
        record DraftGone() implements Acceptance {}
    }

    /**
     * A limit that would be overdrawn.
     *
     * @param used what is charged and held
     * @param wanted what the job needs
     * @param resetsAt when the window ends
     */
    record Breach(QuotaSubject subject, QuotaLimit limit, long used, long wanted, Optional<Instant> resetsAt) {}

    /** The books cannot take it now: queue full, database locked, disk full. Nothing was written. */
    final class BooksBusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** With the reason for the operator. */
        public BooksBusyException(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    /** What the operator spent or must presume spent since then, all communities. */
    Money spentSince(Instant since);

    /** The same by gateway; one that is absent cost nothing. */
    Map<String, Money> spentByProvider(Instant since);

    /** How many jobs are queued for each gateway; one that is absent has none. */
    Map<String, Long> waiting();

    /** The gateways for which jobs wait whose time has come. Cheap however many wait. */
    Set<String> waitedFor();
}

package org.spoolbot.engine.job;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job's row. Changed by {@link JobBooks#apply} and {@link JobBooks#reroute} alone.
 *
 * @param id its id
 * @param owner who pays and where the clip goes
 * @param request what is wanted
 * @param plan who makes it at what price
 * @param state where it stands
 * @param work what is known of the work so far
 * @param receipt what it costs the member
 */
public record Job(JobId id, Owner owner, VideoRequest request, Plan plan, State state, Work work, Receipt receipt) {
    /** Where it stands. */
    public JobStatus status() {
        return state.status();
    }

    /** Counts its changes. */
    public long version() {
        return state.version();
    }

    /** Who asked. */
    public record Owner(MemberId member, String name, String account, String group, Destination destination) {}

    /** Who makes it: decided when it was accepted, and anew when it is rerouted. Its price may be above what the member was shown. */
    public record Plan(String provider, String model, Money price, boolean sample) {}

    /**
     * Where it stands.
     *
     * @param notBefore nothing is done before: a retry is the same status with this in the future
     * @param attempt failed tries in this status
     * @param fault why it failed
     */
    public record State(
            JobStatus status,
            long version,
            Instant createdAt,
            Instant changedAt,
            Instant notBefore,
            int attempt,
            Optional<Fault> fault) {
        /** Why it failed, in one word. */
        public Optional<ErrorKind> failure() {
            return fault.map(Fault::kind);
        }

        /** What of the request is to blame. */
        public List<Blame> blames() {
            return fault.map(Fault::blames).orElse(List.of());
        }
    }

    /**
     * Why a job failed.
     *
     * @param kind in one word
     * @param blames what of the request the gateway refused, as the member numbers it
     */
    public record Fault(ErrorKind kind, List<Blame> blames) {
        public Fault {
            blames = List.copyOf(blames);
        }
    }

    /**
     * What is known of the work.
     *
     * @param taskId the gateway's id, from RUNNING on
     * @param submittedAt when the paid call began
     * @param clip the stored clip, from DELIVERING on; gone from a SUCCEEDED job only when somebody deleted it
     * @param lastFrame the stored picture that the clip ends with, where the gateway gave one
     * @param progress the message that shows progress
     * @param delivered the message with the clip, or the one that told of the failure
     * @param delivery how delivery of the clip, or telling of the failure, ended
     */
    public record Work(
            Optional<String> taskId,
            Optional<Instant> submittedAt,
            Optional<String> clip,
            Optional<String> lastFrame,
            Optional<MessageRef> progress,
            Optional<MessageRef> delivered,
            Delivery delivery) {}

    /** How telling the end ended: of the clip, or of the failure. */
    public enum Delivery {
        PENDING,
        DONE,
        UNKNOWN,
        IMPOSSIBLE
    }
}

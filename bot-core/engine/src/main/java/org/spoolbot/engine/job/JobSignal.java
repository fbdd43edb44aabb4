package org.spoolbot.engine.job;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What may happen to a job. */
public sealed interface JobSignal {
    /** The job's turn came: QUEUED → SUBMITTING. Written before the paid call. */
    record Claimed() implements JobSignal {}

    /** The gateway took it: SUBMITTING → RUNNING. Books the operator's spend as presumed. */
    record Accepted(String taskId) implements JobSignal {}

    /** The gateway surely did not take it and may later: SUBMITTING → QUEUED, not before then. */
    record TurnedAway(ErrorKind kind, Instant notBefore) implements JobSignal {}

    /**
     * Nothing was bought, and another plan is tried: QUEUED or SUBMITTING → QUEUED in the line of the new gateway, at the turn it has. The
     * member's price stays, what the operator sets aside becomes the new plan's price. A sample stays a sample. Only by {@link JobBooks#reroute}.
     *
     * @param kind why the old plan failed
     * @param reason the same for the operator; kept in the history
     */
    record Rerouted(Job.Plan plan, ErrorKind kind, String reason) implements JobSignal {}

    /** The outcome of the paid call is unknown: SUBMITTING → FAILED(SUBMIT_AMBIGUOUS); the hold stays, the spend is presumed. */
    record Ambiguous() implements JobSignal {}

    /** The gateway made the clip: RUNNING → FETCHING. The member is charged min(price, reported), the spend is settled. */
    record Made(Optional<Money> reported) implements JobSignal {}

    /** The clip is stored here: FETCHING → DELIVERING. */
    record Fetched(String sha256) implements JobSignal {}

    /** The picture that the clip ends with is stored here too: as long as there is a clip, status stays. */
    record FrameKept(String sha256) implements JobSignal {}

    /** The clip was sent again, and of the first time no message is known: stays SUCCEEDED, and this is its message. */
    record Resent(MessageRef message) implements JobSignal {}

    /** Somebody who may had the clip deleted: stays SUCCEEDED, and neither clip nor last frame are known any more. */
    record ClipDeleted() implements JobSignal {}

    /** DELIVERING → SUCCEEDED. */
    record Delivered(Job.Delivery delivery, Optional<MessageRef> message) implements JobSignal {}

    /** The present step failed and is tried again in place, not before then. Status stays, attempt + 1. */
    record Again(Instant notBefore) implements JobSignal {}

    /** It will never be made: any status before DELIVERING → FAILED. The member gets the money back, also for a clip that was made and lost. */
    record Failed(ErrorKind kind, List<Blame> blames) implements JobSignal {
        public Failed {
            blames = List.copyOf(blames);
        }

        /** Nothing of the request is to blame. */
        public Failed(ErrorKind kind) {
            this(kind, List.of());
        }
    }

    /**
     * Withdrawn: QUEUED → CANCELLED with refund. RUNNING → CANCELLED: with refund if {@code withdrawn} at the gateway, else charged.
     */
    record Cancelled(boolean withdrawn) implements JobSignal {}

    /** An operator, or time, settled an unknown outcome; the job stays FAILED. Member's hold: charged if billed, else released. */
    record Settled(boolean billed, boolean memberSideOnly) implements JobSignal {}

    /** The member was told of a failure, or cannot be: stays FAILED, and is not told again. */
    record Told(Job.Delivery delivery, Optional<MessageRef> message) implements JobSignal {}

    /** The progress message of a finished job was taken away, or says the last word: any finished status, status stays. */
    record ProgressGone() implements JobSignal {}

    /** The progress message was sent. Any unfinished status, status stays, attempt stays. */
    record ProgressShown(MessageRef message) implements JobSignal {}
}

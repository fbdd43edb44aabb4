package org.spoolbot.api.job;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.video.VideoRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job as it was a moment ago.
 *
 * @param id its id
 * @param owner who asked and where the clip goes
 * @param request what was asked for
 * @param state where it stands
 * @param route who makes it
 * @param receipt what it costs
 * @param clip the content hash of the clip, once it is here; empty again if somebody deleted it
 */
public record JobSnapshot(
        JobId id, Owner owner, VideoRequest request, State state, Optional<Route> route, Receipt receipt, Optional<String> clip) {
    public JobSnapshot {
        requireNonNull(id, "id is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(request, "request is null");
        requireNonNull(state, "state is null");
        requireNonNull(route, "route is null");
        requireNonNull(receipt, "receipt is null");
        requireNonNull(clip, "clip is null");
    }

    /** Where it stands, in one word. */
    public JobStatus status() {
        return state.status();
    }

    /**
     * Who asked.
     *
     * @param member the person
     * @param name the name they had
     * @param destination where the clip goes
     */
    public record Owner(MemberId member, String name, Destination destination) {}

    /**
     * Where a job stands.
     *
     * @param status in one word
     * @param version counts its changes
     * @param createdAt when it was accepted
     * @param changedAt when it last changed
     * @param failure why it failed
     * @param blames what of the request the gateway refused, in the member's numbering; empty if it did not tell
     */
    public record State(
            JobStatus status, long version, Instant createdAt, Instant changedAt, Optional<ErrorKind> failure, List<Blame> blames) {
        public State {
            blames = List.copyOf(blames);
        }

        /** Nothing of the request is to blame. */
        public State(JobStatus status, long version, Instant createdAt, Instant changedAt, Optional<ErrorKind> failure) {
            this(status, version, createdAt, changedAt, failure, List.of());
        }
    }

    /**
     * Who makes it.
     *
     * @param provider the provider's id
     * @param model the model's id
     */
    public record Route(String provider, String model) {}
}

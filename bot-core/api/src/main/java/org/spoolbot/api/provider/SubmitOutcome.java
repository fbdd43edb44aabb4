package org.spoolbot.api.provider;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is known after one paid call. */
public sealed interface SubmitOutcome {
    /**
     * The gateway took it.
     *
     * @param taskId the gateway's id
     * @param estimate how long the gateway says it takes
     */
    record Accepted(String taskId, Optional<Duration> estimate) implements SubmitOutcome {}

    /**
     * The gateway surely did not take it.
     *
     * @param kind why
     * @param detail for the operator's log: cleaned, short, no secret
     * @param retryAfter when it may be tried again; empty where trying again makes no sense or no time was told
     * @param blames what of the request it refuses, in the member's numbering; empty if it does not tell
     */
    record Refused(ErrorKind kind, String detail, Optional<Duration> retryAfter, List<Blame> blames) implements SubmitOutcome {
        public Refused {
            blames = List.copyOf(blames);
        }

        /** Nothing of the request is to blame. */
        public Refused(ErrorKind kind, String detail, Optional<Duration> retryAfter) {
            this(kind, detail, retryAfter, List.of());
        }
    }

    /**
     * Nobody knows: bytes were sent and no clear answer came. Must not be repeated.
     *
     * @param detail for the operator's log
     */
    record Unknown(String detail) implements SubmitOutcome {}
}

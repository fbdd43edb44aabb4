package org.spoolbot.api.provider;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import java.util.List;
import java.util.OptionalDouble;

/** How a task at a gateway is. */
public sealed interface TaskState {
    /** It waits there. */
    record Waiting() implements TaskState {}

    /**
     * It is being made.
     *
     * @param fraction 0 to 1, where the gateway tells
     */
    record Running(OptionalDouble fraction) implements TaskState {}

    /** The gateway says done, but the clip's address is not there yet. */
    record Finalizing() implements TaskState {}

    /**
     * It is there.
     *
     * @param clip where, and what it cost
     */
    record Ready(GeneratedClip clip) implements TaskState {}

    /**
     * It will never be there; the gateway bills nothing.
     *
     * @param kind why
     * @param detail for the operator's log
     * @param blames what of the request it refuses, in the member's numbering; empty if it does not tell
     */
    record Failed(ErrorKind kind, String detail, List<Blame> blames) implements TaskState {
        public Failed {
            blames = List.copyOf(blames);
        }

        /** Nothing of the request is to blame. */
        public Failed(ErrorKind kind, String detail) {
            this(kind, detail, List.of());
        }
    }

    /** The gateway does not know this task (any more, or yet). */
    record Missing() implements TaskState {}
}

package org.spoolbot.engine.provider;

import java.time.Instant;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;

/**
 * Whether a gateway may be sent work.
 *
 * @param until when that may change by itself
 * @param kind what brought it there
 * @param by who switched it off and why; else empty
 */
public record Standing(State state, Optional<Instant> until, Optional<ErrorKind> kind, String by) {
    /** Nothing stands against it. */
    public static final Standing HEALTHY = new Standing(State.HEALTHY, Optional.empty(), Optional.empty(), "");

    /** Whether work may be sent there now. */
    public boolean isOpen() {
        return state == State.HEALTHY || state == State.TRIAL;
    }

    /** How a gateway is. */
    public enum State {
        /** It works. */
        HEALTHY,
        /** It was sick; one order shows whether it is well. */
        TRIAL,
        /** It wants peace for a while. */
        FULL,
        /** It is sick, or refuses this server's account. */
        RESTING,
        /** An owner switched it off. */
        OFF
    }
}

package org.spoolbot.api.event;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event that a listener may deny. The first denial stands. Used by the firing thread only. */
public abstract class Deniable implements Event {
    private @Nullable String reason;

    /** For subclasses. */
    protected Deniable() {}

    /** Says no, with a sentence for the member. */
    public final void deny(String sentence) {
        requireNonNull(sentence, "sentence is null");
        if (reason == null) {
            reason = sentence;
        }
    }

    /** The sentence of the first denial. */
    public final Optional<String> denial() {
        return Optional.ofNullable(reason);
    }
}

package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A finished clip at the gateway.
 *
 * @param address where it can be fetched, once and soon; signed: never logged
 * @param lastFrame where its last frame is
 * @param cost what the gateway reports it billed, as money
 * @param tokens what it reports it billed, as tokens; {@link VideoProvider#cost} says what they cost
 */
public record GeneratedClip(URI address, Optional<URI> lastFrame, Optional<Money> cost, OptionalLong tokens) {
    public GeneratedClip {
        requireNonNull(address, "address is null");
        requireNonNull(lastFrame, "lastFrame is null");
        requireNonNull(cost, "cost is null");
        requireNonNull(tokens, "tokens is null");
    }

    /** A clip of which no tokens are reported. */
    public GeneratedClip(URI address, Optional<URI> lastFrame, Optional<Money> cost) {
        this(address, lastFrame, cost, OptionalLong.empty());
    }

    /** Without addresses, because they are signed. */
    @Override
    public String toString() {
        return "GeneratedClip[cost=" + cost + ", tokens=" + tokens + "]";
    }
}

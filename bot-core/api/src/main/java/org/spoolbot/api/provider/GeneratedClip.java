package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * A finished clip at the gateway.
 *
 * @param address where it can be fetched, once and soon; signed: never logged
 * @param lastFrame where its last frame is
 * @param cost what the gateway reports it billed
 */
public record GeneratedClip(URI address, Optional<URI> lastFrame, Optional<Money> cost) {
    public GeneratedClip {
        requireNonNull(address, "address is null");
        requireNonNull(lastFrame, "lastFrame is null");
        requireNonNull(cost, "cost is null");
    }

    /** Without addresses, because they are signed. */
    @Override
    public String toString() {
        return "GeneratedClip[cost=" + cost + "]";
    }
}

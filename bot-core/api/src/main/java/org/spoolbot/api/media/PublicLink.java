package org.spoolbot.api.media;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;

/**
 * An address that anybody can read, with no secret of ours in it.
 *
 * @param address https
 * @param expiresAt until when it is believed to last
 */
public record PublicLink(URI address, Instant expiresAt) {
    public PublicLink {
        requireNonNull(address, "address is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    /** Without the address, because it may be signed. */
    @Override
    public String toString() {
        return "PublicLink[expiresAt=" + expiresAt + "]";
    }
}

package org.spoolbot.api.provider;

import org.spoolbot.api.media.MediaFile;
import java.net.URI;
import java.util.Optional;

/** A reference's file and the ways to hand it over. */
public interface ReferenceSource {
    /** The stored file, for upload or for a data URI. */
    MediaFile file();

    /** A signed, expiring address on this server that a gateway can fetch; empty if the server has no public address. */
    Optional<URI> publicAddress();

    /** An address at the chat platform where exactly these bytes lie, as long as it is believed to last; default: none. */
    default Optional<URI> platformAddress() {
        return Optional.empty();
    }
}

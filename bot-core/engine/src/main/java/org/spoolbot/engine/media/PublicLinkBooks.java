package org.spoolbot.engine.media;

import java.util.Collection;
import java.util.Optional;
import org.spoolbot.api.media.PublicLink;

/** The port to what is known of public addresses of stored files. Durable; methods block. An address is never logged: it may be signed. */
public interface PublicLinkBooks {
    /** Keeps a file's address; of two addresses of one file the one that lasts longer stays. */
    void keep(String sha256, PublicLink link);

    /** The file's address, if it lasts. */
    Optional<PublicLink> find(String sha256);

    /** Forgets the addresses of files that are gone. */
    void forget(Collection<String> hashes);
}

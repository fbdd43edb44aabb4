package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;

/**
 * Where the chat platform shows stored files to everybody. Only for files that are stored exactly as they were handed in: what was cleaned
 * off must not reach a gateway by the back door. Losing an address costs nothing but this way to hand the file over.
 */
final class PublicLinks {
    private static final Logger LOG = LoggerFactory.getLogger(PublicLinks.class);
    private static final int LONGEST = 2_048;

    private final PublicLinkBooks books;
    private final InstantSource clock;

    @Inject
    PublicLinks(PublicLinkBooks books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /** The upload's address, if it may be given away. */
    Optional<PublicLink> of(Upload upload) {
        try {
            return upload.publicLink().filter(this::isUsable);
        } catch (RuntimeException fault) {
            LOG.warn("A platform could not say where a file is public: {}", fault.getClass().getName());
            return Optional.empty();
        }
    }

    void keep(String sha256, PublicLink link) {
        try {
            books.keep(sha256, link);
        } catch (RuntimeException fault) {
            LOG.warn("A file's public address could not be kept; other ways to hand it over are left", fault);
        }
    }

    Optional<PublicLink> find(String sha256) {
        return books.find(sha256).filter(this::isUsable);
    }

    void forget(Collection<String> hashes) {
        books.forget(hashes);
    }

    private boolean isUsable(PublicLink link) {
        URI address = link.address();
        return "https".equalsIgnoreCase(address.getScheme())
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.toString().length() <= LONGEST
                && link.expiresAt().isAfter(clock.instant());
    }
}

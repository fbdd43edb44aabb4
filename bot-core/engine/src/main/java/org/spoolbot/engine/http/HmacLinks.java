package org.spoolbot.engine.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.engine.media.MediaCabinet;

/** Addresses that carry all they say, signed. */
final class HmacLinks implements SignedLinks {
    private final byte[] key;
    private final Optional<URI> publicUrl;
    private final Duration providerLifetime;
    private final Duration memberLifetime;
    private final MediaCabinet cabinet;
    private final Revocations revocations;
    private final InstantSource clock;

    HmacLinks(byte[] key, Terms terms, MediaCabinet cabinet, Revocations revocations, InstantSource clock) {
        this.key = key.clone();
        this.publicUrl = terms.publicUrl();
        this.providerLifetime = terms.providerLifetime();
        this.memberLifetime = terms.memberLifetime();
        this.cabinet = cabinet;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public Optional<URI> forProvider(String sha256, String jobId) {
        return link(LinkToken.Purpose.PROVIDER, sha256, jobId, providerLifetime);
    }

    @Override
    public Optional<URI> forMember(String sha256, String jobId, Duration lifetime) {
        Duration shorter = lifetime.compareTo(memberLifetime) < 0 ? lifetime : memberLifetime;
        return link(LinkToken.Purpose.MEMBER, sha256, jobId, shorter);
    }

    @Override
    public void revoke(String jobId) {
        revocations.end(LinkToken.jobOf(jobId));
    }

    private Optional<URI> link(LinkToken.Purpose purpose, String sha256, String jobId, Duration lifetime) {
        Optional<MediaFile> file = cabinet.find(sha256);
        if (publicUrl.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LinkToken token = new LinkToken(purpose, now.plus(lifetime), now, LinkToken.jobOf(jobId), sha256);
        // Some gateways look at the ending of an address before they fetch it.
        String name = token.signed(key) + "." + file.get().info().type().extension();
        return Optional.of(URI.create(withoutSlash(publicUrl.get().toString()) + "/media/" + name));
    }

    /** What a token says, as long as it holds. */
    Optional<LinkToken> open(String token) {
        return LinkToken.read(token, key)
                .filter(link -> clock.instant().isBefore(link.expires()))
                .filter(link -> !revocations.ended(link.job(), link.issued()));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /**
     * The operator's terms.
     *
     * @param publicUrl where the world reaches the server
     * @param providerLifetime how long a gateway may fetch a reference, if its job does not end before
     * @param memberLifetime how long a member's link lives at most
     */
    record Terms(Optional<URI> publicUrl, Duration providerLifetime, Duration memberLifetime) {}
}

package org.spoolbot.engine.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Signed, expiring addresses of stored files under {@code /media/}. Thread-safe. */
public interface SignedLinks {
    /** A link for a gateway; empty without a public address. Ends with the job through {@link #revoke}. */
    Optional<URI> forProvider(String sha256, String jobId);

    /** A link for a member, 24 hours, 10 times the file in bytes served; empty without a public address. */
    Optional<URI> forMember(String sha256, String jobId, Duration lifetime);

    /** Ends all links of a job at once. */
    void revoke(String jobId);
}

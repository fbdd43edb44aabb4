package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.error.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/** A gateway could not be asked. */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final transient Optional<Duration> retryAfter;

    /** Of that kind; the detail is for the operator's log: cleaned, short, no secret. */
    public ProviderException(ErrorKind kind, String detail) {
        this(kind, detail, Optional.empty());
    }

    /** Of that kind, with the time the gateway wants peace. */
    public ProviderException(ErrorKind kind, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.kind = requireNonNull(kind, "kind is null");
        this.retryAfter = requireNonNull(retryAfter, "retryAfter is null");
    }

    /** What went wrong. */
    public ErrorKind kind() {
        return kind;
    }

    /** How long the gateway wants peace. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}

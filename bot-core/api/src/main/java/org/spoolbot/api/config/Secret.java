package org.spoolbot.api.config;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A key or token. Prints as {@code ****}; only {@link #reveal()} gives the value. Thread-safe. */
public final class Secret {
    private final String value;

    /** Wraps the value; blanks around it are cut off. */
    public Secret(String value) {
        this.value = requireNonNull(value, "value is null").strip();
    }

    /** Whether nothing is set. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The value itself, for the moment it is sent. Never log, store or show it. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "****";
    }
}

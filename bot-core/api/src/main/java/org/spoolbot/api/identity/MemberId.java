package org.spoolbot.api.identity;

import static java.util.Objects.requireNonNull;

/**
 * A person's random key, our own: it says nothing about the person and is the same for all linked accounts.
 *
 * @param value 1 to 40 characters of {@code a-z 0-9}
 */
public record MemberId(String value) {
    public MemberId {
        requireNonNull(value, "value is null");
        if (!value.matches("[a-z0-9]{1,40}")) {
            throw new IllegalArgumentException("a member id has 1 to 40 characters of a-z and 0-9");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

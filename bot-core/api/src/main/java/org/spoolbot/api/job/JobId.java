package org.spoolbot.api.job;

import static java.util.Objects.requireNonNull;

/**
 * A job's id, short enough to type and to fit into a button.
 *
 * @param value 1 to 20 characters of {@code a-z 0-9}
 */
public record JobId(String value) {
    public JobId {
        requireNonNull(value, "value is null");
        if (!value.matches("[a-z0-9]{1,20}")) {
            throw new IllegalArgumentException("a job id has 1 to 20 characters of a-z and 0-9");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

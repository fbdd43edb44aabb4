package org.spoolbot.api.provider;

import static java.util.Objects.requireNonNull;

/**
 * A model of a provider.
 *
 * @param id the name members use: lower case, for example {@code seedance-fast}
 * @param wireName the name the gateway uses
 * @param capabilities what it can do
 * @param sample whether its clips are only samples: they cost nothing and are marked
 */
public record Model(String id, String wireName, Capabilities capabilities, boolean sample) {
    public Model {
        requireNonNull(id, "id is null");
        requireNonNull(wireName, "wireName is null");
        requireNonNull(capabilities, "capabilities is null");
    }
}

package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a job is.
 *
 * @param label what happens now
 * @param fraction 0 to 1, empty where nobody knows
 * @param position the place in the queue, from 1
 * @param eta a short text such as "about 2–3 min"
 */
public record Progress(String label, OptionalDouble fraction, OptionalInt position, Optional<String> eta) {
    public Progress {
        requireNonNull(label, "label is null");
        requireNonNull(fraction, "fraction is null");
        requireNonNull(position, "position is null");
        requireNonNull(eta, "eta is null");
    }
}

package org.spoolbot.providers.sandbox.directive;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One instruction.
 *
 * @param name what to do
 * @param value how, may be empty
 * @param options further settings by name
 */
public record Directive(DirectiveName name, String value, Map<String, String> options) {

    private static final int LONGEST_SECONDS = 3_600;

    /**
     * Whether it holds for this attempt; {@code times=N} limits it to the first N.
     *
     * @param attempt number of the attempt, from 1
     * @return whether to misbehave
     */
    public boolean holdsFor(int attempt) {
        String times = options.get("times");
        return times == null || attempt <= Integer.parseInt(times);
    }

    /**
     * The value as an HTTP status.
     *
     * @return the status
     */
    public int status() {
        return Integer.parseInt(value);
    }

    /**
     * The value as a number.
     *
     * @return the number
     */
    public int number() {
        return Integer.parseInt(value);
    }

    /**
     * The value as a list.
     *
     * @return the words or numbers between its commas
     */
    public List<String> items() {
        return Arrays.asList(value.split(","));
    }

    /**
     * The value as a length of time, at most an hour.
     *
     * @return the length
     */
    public Duration duration() {
        return Duration.ofMillis(Math.round(Math.clamp(Double.parseDouble(value), 0.0, LONGEST_SECONDS) * 1000));
    }

    /**
     * Seconds to send as {@code Retry-After}.
     *
     * @return the seconds, if asked for
     */
    public OptionalInt retryAfter() {
        String seconds = options.get("retry-after");
        return seconds == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(seconds));
    }
}

package org.spoolbot.providers.sandbox.serve;

import java.time.Duration;
import java.util.Optional;

/**
 * How the endpoints behave.
 *
 * @param apiKey the only key that is let in; any key, if empty
 * @param queueTime how long a task waits
 * @param renderTime how long a task runs at least
 * @param canned whether all tasks share ready-made clips
 */
public record SandboxSettings(Optional<String> apiKey, Duration queueTime, Duration renderTime, boolean canned) {
    @Override
    public String toString() {
        return "SandboxSettings[apiKey=****, queueTime=" + queueTime + ", renderTime=" + renderTime + ", canned=" + canned + "]";
    }
}

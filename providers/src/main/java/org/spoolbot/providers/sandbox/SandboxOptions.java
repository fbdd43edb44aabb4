package org.spoolbot.providers.sandbox;

import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox gateway behaves.
 *
 * @param port the port on loopback, 0 for any free one
 * @param apiKey the only key that is let in; if empty, any key is, but one is needed
 * @param queueTime how long a task waits before it runs
 * @param renderTime how long a task runs at least
 * @param cannedClips whether all tasks share ready-made clips of a second, for load tests
 * @param taskCapacity the most tasks that are remembered
 * @param clipBytes the most room that finished clips take on disk
 */
public record SandboxOptions(
        int port, Optional<String> apiKey, Duration queueTime, Duration renderTime, boolean cannedClips, int taskCapacity, long clipBytes) {

    /** What a demo wants: any port, any key, a moment in the queue, and clips as soon as they are rendered. */
    public static final SandboxOptions DEFAULT = new SandboxOptions(
            0, Optional.empty(), Duration.ofMillis(500), Duration.ofSeconds(1), false, 200_000, 2L * 1024 * 1024 * 1024);

    /**
     * The same at another port.
     *
     * @param other the port
     * @return the options
     */
    public SandboxOptions withPort(int other) {
        return new SandboxOptions(other, apiKey, queueTime, renderTime, cannedClips, taskCapacity, clipBytes);
    }

    /**
     * The same with a key.
     *
     * @param key the only key that is let in
     * @return the options
     */
    public SandboxOptions withApiKey(String key) {
        return new SandboxOptions(port, Optional.of(key), queueTime, renderTime, cannedClips, taskCapacity, clipBytes);
    }

    /**
     * The same with other times.
     *
     * @param queue how long a task waits
     * @param render how long a task runs at least
     * @return the options
     */
    public SandboxOptions withTimes(Duration queue, Duration render) {
        return new SandboxOptions(port, apiKey, queue, render, cannedClips, taskCapacity, clipBytes);
    }

    /**
     * The same with ready-made clips.
     *
     * @return the options
     */
    public SandboxOptions canned() {
        return new SandboxOptions(port, apiKey, queueTime, renderTime, true, taskCapacity, clipBytes);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", apiKey=****, queueTime=" + queueTime + ", renderTime=" + renderTime + ", cannedClips="
                + cannedClips + ", taskCapacity=" + taskCapacity + ", clipBytes=" + clipBytes + "]";
    }
}

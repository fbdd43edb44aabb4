package org.spoolbot.api.platform;

/**
 * Whether a platform works.
 *
 * @param state in one word
 * @param detail for the operator; no secrets
 */
public record PlatformHealth(State state, String detail) {
    /** Whether a platform works, in one word. */
    public enum State {
        /** Works. */
        UP,
        /** Not configured: nothing is expected of it. */
        IDLE,
        /** Tries to connect. */
        CONNECTING,
        /** Does not work and needs the operator, or time. */
        DOWN
    }
}

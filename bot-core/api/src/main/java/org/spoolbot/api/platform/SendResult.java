package org.spoolbot.api.platform;

import org.spoolbot.api.message.MessageRef;
import java.time.Duration;

/** How sending ended. */
public sealed interface SendResult {
    /**
     * It stands there.
     *
     * @param message the message
     */
    record Sent(MessageRef message) implements SendResult {}

    /**
     * The place or the message is gone for good.
     *
     * @param reason for the operator
     */
    record Gone(String reason) implements SendResult {}

    /**
     * The bot may not write there.
     *
     * @param reason for the operator
     */
    record Forbidden(String reason) implements SendResult {}

    /**
     * A file does not fit.
     *
     * @param limitBytes the most that fits, by what the platform says now
     */
    record TooLarge(long limitBytes) implements SendResult {}

    /**
     * Not now.
     *
     * @param retryAfter how long the platform wants peace
     */
    record SlowDown(Duration retryAfter) implements SendResult {}

    /**
     * The platform is not reachable; nothing was sent.
     *
     * @param reason for the operator
     */
    record Unreachable(String reason) implements SendResult {}

    /**
     * The answer was lost: it may stand there. Not sent again blindly.
     *
     * @param reason for the operator
     */
    record UnknownOutcome(String reason) implements SendResult {}

    /** Whether the message stands there for sure. */
    default boolean isSent() {
        return this instanceof Sent;
    }
}

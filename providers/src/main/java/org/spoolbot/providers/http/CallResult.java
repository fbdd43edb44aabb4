package org.spoolbot.providers.http;

import java.time.Duration;
import java.util.Optional;

/** What is known after one HTTP call. */
public sealed interface CallResult {
    /**
     * The gateway answered.
     *
     * @param status the HTTP status
     * @param body the body as text, at most {@link GatewayClient#MAX_ANSWER_BYTES}
     * @param retryAfter what the gateway asked for
     */
    record Answered(int status, String body, Optional<Duration> retryAfter) implements CallResult {
        /** Whether the status says that it worked. */
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * No byte of the request left this machine: it can be repeated.
     *
     * @param reason the fault's class, without addresses
     */
    record NotSent(String reason) implements CallResult {}

    /**
     * The request went out and no whole answer came back.
     *
     * @param reason the fault's class, without addresses
     */
    record Lost(String reason) implements CallResult {}
}

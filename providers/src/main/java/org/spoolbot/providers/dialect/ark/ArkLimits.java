package org.spoolbot.providers.dialect.ark;

import java.time.Duration;

/** Numbers of the Ark dialect. */
final class ArkLimits {
    /** How long to wait after the gateway could not be reached. */
    static final Duration RETRY_CONNECT = Duration.ofSeconds(10);

    /** How long to wait after a 429 that names no time. */
    static final Duration RETRY_RATE_LIMIT = Duration.ofSeconds(20);

    /** Raw bytes that may go inline: base64 adds a third and a body may have 64 MB. */
    static final long MAX_INLINE_BYTES = 40L << 20;

    /** Tasks asked for in one list call. */
    static final int LIST_SIZE = 100;

    /** Pages of the list read in search of one task. */
    static final int MOST_PAGES = 10;

    private ArkLimits() {}
}

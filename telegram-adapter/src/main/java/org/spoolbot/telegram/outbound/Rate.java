package org.spoolbot.telegram.outbound;

import java.time.Duration;

/**
 * A limit of calls in time, as a leaky bucket: in no stretch of time more than the burst and one for each step.
 *
 * @param step the time one call takes in the long run
 * @param burst how many may come at once after a rest, at least 1
 */
record Rate(Duration step, int burst) {
    /** "Avoid sending more than one message per second" in one chat; short bursts are let through (https://core.telegram.org/bots/faq). */
    static final Rate CHAT = new Rate(Duration.ofSeconds(1), 3);
    /** "Not able to send more than 20 messages per minute" in one group. */
    static final Rate GROUP = new Rate(Duration.ofSeconds(4), 5);
    /** "No more than about 30 messages per second" in all. */
    static final Rate ALL = new Rate(Duration.ofMillis(36), 3);

    /** How far ahead of its time a bucket may be. */
    Duration tolerance() {
        return step.multipliedBy(burst - 1L);
    }
}

package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.telegram.shelf.RecentlyUsed;

/** How often one message shows progress: every edit counts against the limits of its chat. Thread-safe. */
final class EditPace {
    private static final Duration PRIVATE = Duration.ofSeconds(3);
    private static final Duration GROUP = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<MessageRef, Instant> edited = new RecentlyUsed<>(MOST);

    EditPace(InstantSource clock) {
        this.clock = clock;
    }

    /** The shortest time between two edits of progress in that chat. */
    static Duration in(String channel) {
        return channel.startsWith("-") ? GROUP : PRIVATE;
    }

    /** How long that message still rests. */
    synchronized Duration rest(MessageRef message) {
        Instant next = edited.getOrDefault(message, Instant.EPOCH).plus(in(message.channel()));
        Duration rest = Duration.between(clock.instant(), next);
        return rest.isPositive() ? rest : Duration.ZERO;
    }

    /** It showed progress now. */
    synchronized void edited(MessageRef message) {
        edited.put(message, clock.instant());
    }
}

package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.memory.RecentlyUsed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Says which late input is the first of its chat, so that each chat hears of an outage once. */
final class LateNotice {
    private static final int REMEMBERED = 1_000;

    private final Duration lateAfter;
    private final InstantSource clock;
    private final Map<String, Instant> told = new RecentlyUsed<>(REMEMBERED);

    @Inject
    LateNotice(ServerSettings settings, InstantSource clock) {
        this.lateAfter = settings.jobs().lateRequest();
        this.clock = clock;
    }

    /** Whether that chat has to be told now that it was not heard in time. */
    synchronized boolean isDue(Origin origin) {
        Instant now = clock.instant();
        if (!origin.writtenAt().plus(lateAfter).isBefore(now)) {
            return false;
        }
        Destination place = origin.destination();
        Instant last = told.put(place.platform() + ':' + place.channel(), now);
        return last == null || last.plus(lateAfter).isBefore(now);
    }
}

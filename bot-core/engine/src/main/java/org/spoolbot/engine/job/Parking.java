package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Waiting;

/** Where jobs wait whose gateway or platform was unplugged; they go on when it is back. */
final class Parking {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final ProviderDirectory providers;
    private final PlatformDirectory platforms;
    private final Waiting waiting;
    private final InstantSource clock;

    @Inject
    Parking(ProviderDirectory providers, PlatformDirectory platforms, Waiting waiting, InstantSource clock) {
        this.providers = providers;
        this.platforms = platforms;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** The job's gateway, as soon as there is one. */
    VideoProvider provider(Job job) throws InterruptedException {
        Optional<VideoProvider> found = providers.find(job.plan().provider());
        while (found.isEmpty()) {
            waiting.until(clock.instant().plus(LOOK_AGAIN));
            found = providers.find(job.plan().provider());
        }
        return found.get();
    }

    /** The job's platform, as soon as there is one. */
    ChatPlatform platform(Job job) throws InterruptedException {
        String id = job.owner().destination().platform();
        Optional<ChatPlatform> found = platforms.find(id);
        while (found.isEmpty()) {
            waiting.until(clock.instant().plus(LOOK_AGAIN));
            found = platforms.find(id);
        }
        return found.get();
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.engine.platform.PlatformDirectory;

/** The ways that clips go into the chats: what is in the way is said before anybody pays. */
final class Ways {
    private static final Logger LOG = LoggerFactory.getLogger(Ways.class);

    private final PlatformDirectory platforms;

    @Inject
    Ways(PlatformDirectory platforms) {
        this.platforms = platforms;
    }

    /** What keeps a clip from arriving there, as a sentence for the member; empty if nothing is known to. May ask the platform. */
    Optional<Phrase> hindrance(Destination destination) {
        return platforms.find(destination.platform())
                .flatMap(platform -> asked(platform, destination))
                .map(Ways::sentence);
    }

    /** A platform that cannot say is no reason to refuse: delivery has retries of its own. */
    private static Optional<Obstacle> asked(ChatPlatform platform, Destination destination) {
        try {
            return platform.obstacle(destination);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Platform {} broke while it was asked for obstacles", platform.id(), broken);
            return Optional.empty();
        }
    }

    private static Phrase sentence(Obstacle obstacle) {
        return switch (obstacle) {
            case GONE -> Phrase.of("community.obstacle.gone");
            case NOT_A_MEMBER -> Phrase.of("community.obstacle.not-a-member");
            case MAY_NOT_SEE -> Phrase.of("community.obstacle.may-not-see");
            case MAY_NOT_WRITE -> Phrase.of("community.obstacle.may-not-write");
            case MAY_NOT_ATTACH -> Phrase.of("community.obstacle.may-not-attach");
        };
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.config.GroupSettings;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.config.Spoiler;

/** Decides whether a clip is veiled where it is sent. */
final class Veil {
    private static final Logger LOG = LoggerFactory.getLogger(Veil.class);
    private static final String SETTING = "spoiler";

    private final ChatRules chats;
    private final Spoiler usual;

    @Inject
    Veil(ChatRules chats, ServerSettings settings) {
        this.chats = chats;
        this.usual = settings.spoiler();
    }

    boolean covers(Job job, ChatPlatform platform, Destination place) {
        Spoiler wanted = Optional.ofNullable(chats.usual(place.community()).get(SETTING))
                .flatMap(Spoiler::of)
                .orElse(usual);
        return covers(wanted, concerns(job), isForAdults(platform, place));
    }

    static boolean covers(Spoiler wanted, Set<Concern> concerns, boolean forAdults) {
        return switch (wanted) {
            case AUTO -> !concerns.isEmpty() && !forAdults;
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    private static Set<Concern> concerns(Job job) {
        return job.owner().group().equals(GroupSettings.NEW) ? EnumSet.of(Concern.NEW_AUTHOR) : EnumSet.noneOf(Concern.class);
    }

    private static boolean isForAdults(ChatPlatform platform, Destination place) {
        try {
            return platform.isAgeRestricted(place);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Platform {} broke while it was asked for an age limit", platform.id(), broken);
            return false;
        }
    }

    /** A reason to veil a clip. */
    enum Concern {
        /** Nobody knows the author yet. */
        NEW_AUTHOR
    }
}

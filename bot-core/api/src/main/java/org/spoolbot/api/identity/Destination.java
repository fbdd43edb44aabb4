package org.spoolbot.api.identity;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a message goes. Stored with a job before anything is paid, so that the clip finds its way after a restart.
 *
 * @param platform the platform's id
 * @param community the community the channel belongs to; empty in a private chat
 * @param channel the channel or chat
 * @param thread the thread or topic inside the channel
 * @param replyTo the message that is answered
 */
public record Destination(
        String platform, Optional<Community> community, String channel, Optional<String> thread, Optional<String> replyTo) {
    public Destination {
        requireNonNull(platform, "platform is null");
        requireNonNull(community, "community is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(thread, "thread is null");
        requireNonNull(replyTo, "replyTo is null");
    }

    /** Whether only the asker reads here. */
    public boolean isPrivate() {
        return community.isEmpty();
    }

    /** The same place, as an answer to the given message. */
    public Destination replyingTo(String messageId) {
        return new Destination(platform, community, channel, thread, Optional.of(messageId));
    }
}

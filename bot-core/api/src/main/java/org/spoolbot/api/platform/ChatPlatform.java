package org.spoolbot.api.platform;

import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import java.util.Optional;

/**
 * A chat platform. It knows no command and no rule: it renders messages and hands back what people do. {@code send}, {@code edit} and
 * {@code delete} block, are called from many virtual threads, and answer with a result instead of throwing.
 */
public interface ChatPlatform {
    /** Its id: lower case, the same in settings and in stored destinations. */
    String id();

    /** Connects. Called once, after all plugins are enabled. Must return within 30 seconds, connected or still trying. */
    void start(ChatInbox inbox);

    /** Takes nothing in any more and disconnects. Called once, before any plugin is disabled; within 5 seconds. */
    void stop();

    /** Whether it works now, for readiness and metrics. Answers from memory. */
    PlatformHealth health();

    /** What fits into that destination now. */
    DeliveryLimits limits(Destination destination);

    /** Sends a new message. */
    SendResult send(Destination destination, Message message);

    /**
     * Replaces what a message says, its card and its controls. "Nothing changed" counts as sent. Files stay as they are: what the replacement
     * has attached need not appear, so a file goes out by {@link #send}.
     */
    SendResult edit(MessageRef message, Message replacement);

    /** Removes a message, or empties it where it can no longer be removed. */
    SendResult delete(MessageRef message);

    /**
     * What will keep a message of the bot from arriving there, so that nobody pays for a clip that cannot be delivered. Asked before an
     * order is taken. Default: nothing is known to.
     */
    default Optional<Obstacle> obstacle(Destination destination) {
        return Optional.empty();
    }

    /** Where that person alone reads. Blocks. Empty if there is no such place, or the person does not let the bot write there. */
    default Optional<Destination> privateChat(Account account) {
        return Optional.empty();
    }

    /**
     * What people there call one of its channels, threads or roles, with the sign that goes before such a name; empty if it is not known.
     * Answers from memory.
     *
     * @param id the platform's own id, or anything that somebody typed for one
     */
    default Optional<String> nameOf(Community community, String id) {
        return Optional.empty();
    }

    /** Whether one person alone sees that message of the bot, in a place where others read too. Answers from memory. */
    default boolean isWhispered(MessageRef message) {
        return false;
    }

    /** Whether the place is only open to adults, so that nothing needs a veil there. Answers from memory. */
    default boolean isAgeRestricted(Destination destination) {
        return false;
    }
}

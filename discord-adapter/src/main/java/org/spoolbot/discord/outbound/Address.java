package org.spoolbot.discord.outbound;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.MessageRef;

/**
 * Where a message stands. The engine keeps the parent channel and one id; a thread is a channel of its own for Discord, so the id of a
 * message in a thread carries the thread. All ids of messages are made here.
 *
 * @param channel the channel, or the parent of the thread
 * @param thread the thread, if it stands in one
 * @param message the message's own id
 */
public record Address(String channel, Optional<String> thread, String message) {
    /** The platform's id. */
    public static final String PLATFORM = "discord";

    private static final String INTERACTION = "interaction:";

    public Address {
        requireNonNull(channel, "channel is null");
        requireNonNull(thread, "thread is null");
        requireNonNull(message, "message is null");
    }

    /** Of a message in a channel or thread that was met. */
    public static Address of(Channel place, String message) {
        return place instanceof ThreadChannel thread
                ? new Address(thread.getParentChannel().getId(), Optional.of(thread.getId()), message)
                : new Address(place.getId(), Optional.empty(), message);
    }

    /** Of a message that was sent to that destination. */
    public static Address of(Destination destination, String message) {
        return new Address(destination.channel(), destination.thread(), message);
    }

    /** Of a message that the engine kept. */
    public static Address of(MessageRef reference) {
        return of(reference.channel(), reference.id());
    }

    /** Of a message id that the engine kept, in that channel. */
    public static Address of(String channel, String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? new Address(channel, Optional.empty(), id)
                : new Address(channel, Optional.of(id.substring(0, slash)), id.substring(slash + 1));
    }

    /** What {@link Destination#replyTo} says for an answer to an interaction. */
    public static String replyToInteraction(String interactionId) {
        return INTERACTION + interactionId;
    }

    /** The interaction that is answered there, if it is one. */
    public static Optional<String> interaction(Destination destination) {
        return destination.replyTo().filter(id -> id.startsWith(INTERACTION)).map(id -> id.substring(INTERACTION.length()));
    }

    /** The message that is answered there, if it is one: Discord's own id. */
    public static Optional<String> repliedMessage(Destination destination) {
        return destination
                .replyTo()
                .filter(id -> !id.startsWith(INTERACTION))
                .map(id -> of(destination.channel(), id).message());
    }

    /** The channel or thread that Discord knows as the place of the destination. */
    public static String place(Destination destination) {
        return destination.thread().orElse(destination.channel());
    }

    /** The channel or thread that Discord knows as its place. */
    public String place() {
        return thread.orElse(channel);
    }

    /** The id for {@link MessageRef} and for what is handed in. */
    public String id() {
        return thread.map(inside -> inside + '/' + message).orElse(message);
    }

    /** For the engine to keep. */
    public MessageRef reference() {
        return new MessageRef(PLATFORM, channel, id());
    }
}

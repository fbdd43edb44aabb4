package org.spoolbot.discord.outbound;

import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.inbound.HookBook;
import org.spoolbot.discord.render.Layout;
import org.spoolbot.discord.render.MessageRenderer;

/** Everything that leaves for Discord. Blocks; answers with results and throws nothing. Thread-safe. */
public final class Outbox {
    private static final int LONGEST_TEXT = 2000;
    private static final int REMEMBERED_LAYOUTS = 10_000;

    private final ChannelDesk channels;
    private final AskerDesk askers;
    private final ChangeDesk changes;
    private final PrivateChats privateChats;
    private final Places places;

    /** Sends through that connection, and through the hooks of interactions. */
    public Outbox(Connection connection, HookBook hooks, MessageRenderer renderer, InstantSource clock) {
        Recent<Layout> layouts = new Recent<>(REMEMBERED_LAYOUTS);
        Attempts attempts = new Attempts(connection::pause, connection::tokenRefused);
        this.places = new Places(connection);
        this.channels = new ChannelDesk(connection, places, attempts, renderer, new SizeLimits(clock), layouts);
        this.privateChats = new PrivateChats(connection, attempts);
        this.askers = new AskerDesk(hooks, channels, privateChats, attempts, renderer, layouts);
        this.changes = new ChangeDesk(connection, hooks, attempts, renderer, layouts);
    }

    /** Sends a new message. */
    public SendResult send(Destination destination, Message message) {
        boolean aside = switch (message.envelope().audience()) {
            case CHANNEL -> false;
            case ASKER -> true;
            // Who wrote a message instead of a command cannot be whispered to where they wrote it.
            case ASKER_HERE -> Address.interaction(destination).isPresent();
        };
        if (aside) {
            return askers.send(destination, message);
        }
        SendResult result = channels.send(destination, message);
        if (result.isSent()) {
            askers.dropUnused(destination);
        }
        return result;
    }

    /** Replaces a message. */
    public SendResult edit(MessageRef message, Message replacement) {
        return changes.edit(message, replacement);
    }

    /** Removes a message. */
    public SendResult delete(MessageRef message) {
        return changes.delete(message);
    }

    /** What fits there now. */
    public DeliveryLimits limits(Destination destination) {
        return new DeliveryLimits(channels.limit(destination), LONGEST_TEXT, ChangeDesk.EDIT_INTERVAL.toMillis());
    }

    /** What would keep a clip from arriving there. */
    public Optional<Obstacle> obstacle(Destination destination) {
        return places.obstacle(destination);
    }

    /** Where that person alone reads. */
    public Optional<Destination> privateChat(Account account) {
        return privateChats.of(account);
    }

    /** What people there call a channel, a thread or a role. */
    public Optional<String> nameOf(Community community, String id) {
        return places.nameOf(community, id);
    }

    /** Whether the asker alone sees that message. */
    public boolean isWhispered(MessageRef message) {
        return changes.isWhispered(message);
    }

    /** Whether only adults are let in there. */
    public boolean isAgeRestricted(Destination destination) {
        return places.isAgeRestricted(destination);
    }
}

package org.spoolbot.discord;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.outbound.Address;
import org.spoolbot.discord.outbound.Outbox;

/** Discord as a chat platform: what comes in is heard by listeners, what goes out leaves through the outbox. */
final class DiscordPlatform implements ChatPlatform {
    private final Connection connection;
    private final PlatformState state;
    private final Outbox outbox;
    private final Function<ChatInbox, List<Object>> listeners;

    DiscordPlatform(
            Connection connection, PlatformState state, Outbox outbox, Function<ChatInbox, List<Object>> listeners) {
        this.connection = connection;
        this.state = state;
        this.outbox = outbox;
        this.listeners = listeners;
    }

    @Override
    public String id() {
        return Address.PLATFORM;
    }

    @Override
    public void start(ChatInbox inbox) {
        connection.start(listeners.apply(inbox));
    }

    @Override
    public void stop() {
        connection.stop();
    }

    @Override
    public PlatformHealth health() {
        return state.health();
    }

    @Override
    public DeliveryLimits limits(Destination destination) {
        return outbox.limits(destination);
    }

    @Override
    public SendResult send(Destination destination, Message message) {
        return outbox.send(destination, message);
    }

    @Override
    public SendResult edit(MessageRef message, Message replacement) {
        return outbox.edit(message, replacement);
    }

    @Override
    public SendResult delete(MessageRef message) {
        return outbox.delete(message);
    }

    @Override
    public Optional<Obstacle> obstacle(Destination destination) {
        return outbox.obstacle(destination);
    }

    @Override
    public Optional<Destination> privateChat(Account account) {
        return outbox.privateChat(account);
    }

    @Override
    public Optional<String> nameOf(Community community, String id) {
        return outbox.nameOf(community, id);
    }

    @Override
    public boolean isWhispered(MessageRef message) {
        return outbox.isWhispered(message);
    }

    @Override
    public boolean isAgeRestricted(Destination destination) {
        return outbox.isAgeRestricted(destination);
    }
}

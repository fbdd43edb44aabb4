package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.platform.PlatformDirectory;

/** A chat that keeps what was said in it. */
final class FakePlatform implements ChatPlatform, PlatformDirectory {
    final List<Message> sent = new ArrayList<>();
    final List<Destination> places = new ArrayList<>();
    final List<Message> edits = new ArrayList<>();
    final List<MessageRef> deleted = new ArrayList<>();
    final Set<MessageRef> whispered = new HashSet<>();
    Optional<Obstacle> obstacle = Optional.empty();
    boolean writesInPrivate = true;
    Consumer<Message> listener = message -> {};

    @Override
    public String id() {
        return "chat";
    }

    @Override
    public void start(ChatInbox inbox) {}

    @Override
    public void stop() {}

    @Override
    public PlatformHealth health() {
        return new PlatformHealth(PlatformHealth.State.UP, "");
    }

    @Override
    public DeliveryLimits limits(Destination destination) {
        return new DeliveryLimits(10_000_000, 4_000, 1_000);
    }

    @Override
    public synchronized SendResult send(Destination destination, Message message) {
        sent.add(message);
        listener.accept(message);
        places.add(destination);
        return new SendResult.Sent(new MessageRef("chat", destination.channel(), "b" + sent.size()));
    }

    @Override
    public synchronized SendResult edit(MessageRef message, Message replacement) {
        edits.add(replacement);
        listener.accept(replacement);
        return new SendResult.Sent(message);
    }

    @Override
    public boolean isWhispered(MessageRef message) {
        return whispered.contains(message);
    }

    @Override
    public synchronized SendResult delete(MessageRef message) {
        deleted.add(message);
        return new SendResult.Sent(message);
    }

    @Override
    public Optional<Obstacle> obstacle(Destination destination) {
        return obstacle.filter(known -> !destination.isPrivate());
    }

    @Override
    public Optional<Destination> privateChat(Account account) {
        Destination place = new Destination("chat", Optional.empty(), "with-" + account.id(), Optional.empty(), Optional.empty());
        return writesInPrivate ? Optional.of(place) : Optional.empty();
    }

    @Override
    public Optional<String> nameOf(Community community, String id) {
        return Optional.ofNullable(Map.of("90071992547409911", "#studio", "90071992547409912", "@artists").get(id));
    }

    @Override
    public Registration add(String pluginId, ChatPlatform platform) {
        throw new UnsupportedOperationException("one chat is enough");
    }

    @Override
    public Optional<ChatPlatform> find(String platformId) {
        return platformId.equals(id()) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public List<ChatPlatform> all() {
        return List.of(this);
    }
}

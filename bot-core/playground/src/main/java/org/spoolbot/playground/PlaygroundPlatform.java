package org.spoolbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;

/** The playground as a chat platform: every user has a private chat with the bot. Thread-safe. */
final class PlaygroundPlatform implements ChatPlatform {
    static final String ID = "playground";

    private static final DeliveryLimits LIMITS = new DeliveryLimits(Long.MAX_VALUE, 16_000, 300);
    private static final int MAX_ROOMS = 10_000;

    private final ChatLog log;
    private final MessageRenderer renderer;
    private final MessageIds ids;
    private final InstantSource clock;
    private final String epoch;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();
    private volatile @Nullable ChatInbox inbox;

    PlaygroundPlatform(ChatLog log, MessageRenderer renderer, MessageIds ids, InstantSource clock) {
        this.log = log;
        this.renderer = renderer;
        this.ids = ids;
        this.clock = clock;
        this.epoch = UUID.randomUUID().toString();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void start(ChatInbox opened) {
        inbox = opened;
    }

    @Override
    public void stop() {
        inbox = null;
    }

    Optional<ChatInbox> inbox() {
        return Optional.ofNullable(inbox);
    }

    @Override
    public PlatformHealth health() {
        return inbox == null
                ? new PlatformHealth(PlatformHealth.State.CONNECTING, "not started")
                : new PlatformHealth(PlatformHealth.State.UP, rooms.size() + " chats");
    }

    @Override
    public DeliveryLimits limits(Destination destination) {
        return LIMITS;
    }

    Room room(String chat) {
        if (rooms.size() >= MAX_ROOMS && !rooms.containsKey(chat)) {
            rooms.remove(rooms.keySet().iterator().next());
        }
        return rooms.computeIfAbsent(chat, name -> new Room(epoch));
    }

    @Override
    public SendResult send(Destination destination, Message message) {
        String chat = destination.channel();
        String fresh = ids.next();
        String id = message.envelope().nonce().map(nonce -> log.claim(chat, nonce, fresh)).orElse(fresh);
        MessageRef sent = new MessageRef(ID, chat, id);
        if (!id.equals(fresh) && log.get(chat, id).isPresent()) {
            return new SendResult.Sent(sent);
        }
        show(chat, "message", renderer.render(id, clock.instant(), destination.replyTo(), message), message);
        return new SendResult.Sent(sent);
    }

    @Override
    public SendResult edit(MessageRef ref, Message replacement) {
        Optional<JsonNode> before = log.get(ref.channel(), ref.id());
        if (before.isEmpty()) {
            return new SendResult.Gone("the message is not kept any more");
        }
        Optional<String> replyTo = Optional.ofNullable(before.get().get("replyTo")).map(JsonNode::asText);
        ObjectNode node = renderer.render(ref.id(), clock.instant(), replyTo, replacement);
        node.put("at", before.get().path("at").asText());
        show(ref.channel(), "edit", node, replacement);
        return new SendResult.Sent(ref);
    }

    /** A moving progress bar is not worth a write to disk; its message already stands there. */
    private void show(String chat, String type, ObjectNode node, Message message) {
        boolean passing = type.equals("edit") && message.progress().isPresent();
        if (!passing) {
            log.put(chat, node.path("id").asText(), node);
        }
        room(chat).publish(type, node.toString());
    }

    @Override
    public SendResult delete(MessageRef ref) {
        if (log.remove(ref.channel(), ref.id())) {
            room(ref.channel()).publish("delete", "{\"id\":\"" + ref.id() + "\"}");
        }
        return new SendResult.Sent(ref);
    }

    /** Shows what a user wrote in their own chat. */
    void echo(String chat, String id, ObjectNode message) {
        message.put("id", id).put("at", clock.instant().toString());
        log.put(chat, id, message);
        room(chat).publish("message", message.toString());
    }
}

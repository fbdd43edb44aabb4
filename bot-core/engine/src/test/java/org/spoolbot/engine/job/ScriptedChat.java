package org.spoolbot.engine.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;

/** A chat that answers what the test wrote down, and takes everything where nothing is written. */
final class ScriptedChat implements ChatPlatform {
    final Deque<SendResult> answers = new ArrayDeque<>();
    final List<Message> sent = new ArrayList<>();
    final List<Message> edits = new ArrayList<>();
    final List<MessageRef> deleted = new ArrayList<>();
    long maxBytes = 1_000;
    /** How deleting and editing end. */
    SendResult delete = new SendResult.Sent(new MessageRef("chat", "general", "m"));
    SendResult edit = delete;
    private final Fuse fuse;

    Optional<Obstacle> obstacle = Optional.empty();
    /** Whether what was said can be read by one person alone. */
    boolean whispers;
    boolean forAdults;
    /** How asking it about a place breaks, if it does. */
    Runnable asking = () -> {};

    /** What happens once, after the next message was taken and before its sender hears of it. */
    Runnable meanwhile = () -> {};

    ScriptedChat(Fuse fuse) {
        this.fuse = fuse;
    }

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
        return new DeliveryLimits(maxBytes, 2_000, 5_000);
    }

    @Override
    public synchronized SendResult send(Destination destination, Message message) {
        fuse.step("before sending");
        SendResult scripted = answers.poll();
        if (scripted != null && !scripted.isSent()) {
            return scripted;
        }
        sent.add(message);
        fuse.step("after sending");
        SendResult taken = new SendResult.Sent(new MessageRef("chat", destination.channel(), "m" + sent.size()));
        Runnable now = meanwhile;
        meanwhile = () -> {};
        now.run();
        return taken;
    }

    @Override
    public synchronized SendResult edit(MessageRef message, Message replacement) {
        if (!edit.isSent()) {
            return edit;
        }
        edits.add(replacement);
        return new SendResult.Sent(message);
    }

    @Override
    public synchronized SendResult delete(MessageRef message) {
        if (!delete.isSent()) {
            return delete;
        }
        deleted.add(message);
        return new SendResult.Sent(message);
    }

    @Override
    public Optional<Obstacle> obstacle(Destination destination) {
        asking.run();
        return obstacle;
    }

    @Override
    public boolean isWhispered(MessageRef message) {
        return whispers;
    }

    @Override
    public boolean isAgeRestricted(Destination destination) {
        asking.run();
        return forAdults;
    }

    synchronized Message last() {
        return sent.getLast();
    }

    /** The clips that stand in the chat, one per nonce, as a platform that drops repeated nonces shows them. */
    synchronized long clips() {
        return sent.stream()
                .filter(message -> !message.attachments().isEmpty())
                .map(message -> message.envelope().nonce())
                .distinct()
                .count();
    }

    static List<String> buttons(Message message) {
        return message.controls().stream().map(Control::id).toList();
    }
}

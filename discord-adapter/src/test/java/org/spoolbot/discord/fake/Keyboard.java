package org.spoolbot.discord.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A person in a channel. What the app would not let them do, as pressing a disabled button, ends in an AssertionError. */
public final class Keyboard {
    private final Typist typist;
    private final Person person;
    private final Channel channel;

    Keyboard(Typist typist, Person person, Channel channel) {
        this.typist = typist;
        this.person = person;
        this.channel = channel;
    }

    /** Runs a slash command, as "video" or "admin providers"; an option's value is a text, number, boolean, {@link Person} or {@link PickedFile}. */
    public Interaction slash(String path, Map<String, ?> options) {
        return typist.slash(person, channel, path, options);
    }

    /** Runs a slash command without options. */
    public Interaction slash(String path) {
        return slash(path, Map.of());
    }

    /** Types in an option that completes. */
    public Interaction autocomplete(String path, String focused, String partial, Map<String, ?> others) {
        return typist.autocomplete(person, channel, path, new Typist.Typing(focused, partial, others));
    }

    /** Runs a message command from a message's menu. */
    public Interaction messageCommand(String name, Message message) {
        return typist.messageCommand(person, channel, name, message);
    }

    /** Presses a button. */
    public Interaction press(Message message, String customId) {
        return typist.component(person, channel, message, customId, List.of());
    }

    /** Chooses in a menu. */
    public Interaction choose(Message message, String customId, String... values) {
        return typist.component(person, channel, message, customId, List.of(values));
    }

    /**
     * Submits the form that an interaction opened. A field's value, by custom id, is a text, a boolean, a {@link PickedFile}, or a list of texts or files;
     * fields left out keep what the form put in.
     */
    public Interaction submit(Interaction opener, Map<String, ?> values) {
        return typist.submit(person, channel, opener, values);
    }

    /** Writes a message. */
    public Message say(String text, PickedFile... files) {
        return typist.say(person, channel, text, Optional.empty(), List.of(files));
    }

    /** Replies to a message with a ping for its author. */
    public Message reply(Message message, String text, PickedFile... files) {
        return typist.say(person, channel, text, Optional.of(message), List.of(files));
    }

    /** Waits until this person sees a message like that in the channel, one for them alone perhaps. */
    public Message awaits(Predicate<Message> wanted) {
        return typist.awaited(person, channel, wanted);
    }

    /** The messages that this person sees in the channel: everybody's, and the ephemeral ones for them. */
    public List<Message> sees() {
        return typist.visible(person, channel);
    }
}

package org.spoolbot.discord.fake;

import java.util.List;
import java.util.Map;

/** A person in a channel. */
public final class Keyboard {
    /** Runs a slash command, as "video" or "admin providers"; an option's value is a text, number, boolean or {@link PickedFile}. */
    public Interaction slash(String path, Map<String, ?> options) {
        throw new UnsupportedOperationException();
    }

    /** Types in an option that completes. */
    public Interaction autocomplete(String path, String focused, String partial, Map<String, ?> others) {
        throw new UnsupportedOperationException();
    }

    /** Runs a message command from a message's menu. */
    public Interaction messageCommand(String name, Message message) {
        throw new UnsupportedOperationException();
    }

    /** Presses a button. */
    public Interaction press(Message message, String customId) {
        throw new UnsupportedOperationException();
    }

    /** Chooses in a menu. */
    public Interaction choose(Message message, String customId, String... values) {
        throw new UnsupportedOperationException();
    }

    /** Submits the form that an interaction opened; a field's value is a text, a list of texts, or a list of {@link PickedFile}, by custom id. */
    public Interaction submit(Interaction opener, Map<String, ?> values) {
        throw new UnsupportedOperationException();
    }

    /** Writes a message. */
    public Message say(String text, PickedFile... files) {
        throw new UnsupportedOperationException();
    }

    /** Replies to a message with a ping for its author. */
    public Message reply(Message message, String text, PickedFile... files) {
        throw new UnsupportedOperationException();
    }

    /** The messages that this person sees in the channel: everybody's, and the ephemeral ones for them. */
    public List<Message> sees() {
        throw new UnsupportedOperationException();
    }
}

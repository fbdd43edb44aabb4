package org.spoolbot.api.conversation;

import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.plugin.Registration;
import java.time.Duration;
import java.util.Optional;

/** Dialogues that survive a restart. One is open per member and channel at most. Thread-safe; methods block. */
public interface Conversations {
    /** Registers the handler of a kind of conversation. */
    Registration register(String kind, ConversationHandler handler);

    /** Opens a conversation and ends the one that was open there. Stored durably before it returns. */
    Conversation open(Sender sender, Origin origin, String kind, String state, Duration lifetime);

    /** The open conversation of that member in that channel. */
    Optional<Conversation> current(Sender sender, Origin origin);

    /** The conversation of that id, if it is still open and belongs to that member. */
    Optional<Conversation> find(String id, Sender sender);

    /** Stores a new state; empty if it was changed or ended meanwhile. */
    Optional<Conversation> save(Conversation conversation, String state);

    /**
     * Names the message that shows the conversation as it is now. The one that was named before goes, if it is another and not for one
     * person's eyes alone: a chat is not filled with what does not hold any more. What showed another conversation stays, because it may
     * say why that one came to nothing. Not kept over a restart.
     */
    void shown(Conversation conversation, MessageRef message);

    /** Ends it; says whether it was still open. */
    boolean close(Conversation conversation);
}

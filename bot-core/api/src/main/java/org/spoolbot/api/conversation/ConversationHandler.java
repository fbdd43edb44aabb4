package org.spoolbot.api.conversation;

import org.spoolbot.api.command.CommandException;

/** The plugin's side of a dialogue: a state machine whose state is a text that the server stores. */
public interface ConversationHandler {
    /**
     * A member with an open conversation wrote something that is not a command, or handed in files. Threads as for commands.
     *
     * @throws CommandException to answer with one sentence; the conversation stays as it was
     */
    void onInput(ConversationContext context) throws CommandException;

    /** A conversation ran out of time. The handler may say a word; the state is gone afterwards. */
    void onExpired(ConversationContext context);
}

package org.spoolbot.api.command;

/** What is done with a message that somebody pointed at. */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Carries out one call. Threads as for commands.
     *
     * @throws CommandException to answer with one sentence to the asker alone
     */
    void handle(MessageContext context) throws CommandException;
}

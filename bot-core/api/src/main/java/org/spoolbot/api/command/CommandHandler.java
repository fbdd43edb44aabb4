package org.spoolbot.api.command;

/** What a command does. */
@FunctionalInterface
public interface CommandHandler {
    /**
     * Carries out one call. Runs on a virtual thread, may block, is watched: over 10 seconds its stack is logged. Calls of the same
     * member in the same channel never overlap.
     *
     * @throws CommandException to answer with one sentence to the asker alone
     */
    void handle(CommandContext context) throws CommandException;
}

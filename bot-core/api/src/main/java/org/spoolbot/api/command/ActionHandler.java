package org.spoolbot.api.command;

/** What a pressed button or a chosen value does. */
@FunctionalInterface
public interface ActionHandler {
    /**
     * Carries out one press. An id is never a right: the handler checks again who acts and where. Threads as for commands.
     *
     * @throws CommandException to answer with one sentence to the one who pressed
     */
    void handle(ActionContext context) throws CommandException;
}

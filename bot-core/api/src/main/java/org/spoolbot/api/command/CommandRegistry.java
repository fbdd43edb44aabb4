package org.spoolbot.api.command;

import org.spoolbot.api.plugin.Registration;
import java.util.List;
import java.util.function.Function;

/** Where a plugin puts its commands. What it registers is gone when the plugin is disabled. Thread-safe. */
public interface CommandRegistry {
    /**
     * Registers a command.
     *
     * @throws IllegalStateException if another plugin has a command of that name
     */
    Registration register(CommandSpec spec, CommandHandler handler);

    /**
     * Registers a handler for pressed controls whose id is {@code v1:<action>} or starts with {@code v1:<action>:}.
     *
     * @throws IllegalStateException if another plugin has that action
     */
    Registration onAction(String action, ActionHandler handler);

    /**
     * Registers the form that is filled in before an action of {@link #onAction} is sent, for platforms that are handed a press without
     * the message. It is the same form that its {@code Button} carries.
     */
    Registration onForm(String action, FormSource source);

    /**
     * Registers something that can be done with any message of a chat, from the message's own menu.
     *
     * @param action lower case, unique among all actions
     * @param labelKey the message key of what the menu says, at most 32 characters
     * @throws IllegalStateException if another plugin has that action
     */
    Registration onMessage(String action, String labelKey, MessageHandler handler);

    /**
     * Offers values for an option while it is typed, in place of its fixed choices. Asked at each keystroke, so it answers from memory.
     *
     * @param command the command's name
     * @param option the option's name
     * @param values what to offer for the line as it was typed so far; other values may still be typed if the option has no choices
     */
    Registration onComplete(String command, String option, Function<String, List<String>> values);
}

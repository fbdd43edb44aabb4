package org.spoolbot.api.command;

import org.spoolbot.api.plugin.Registration;

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
}

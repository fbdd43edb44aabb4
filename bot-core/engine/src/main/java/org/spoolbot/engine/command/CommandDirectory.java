package org.spoolbot.engine.command;

import org.spoolbot.api.command.ActionHandler;
import org.spoolbot.api.command.CommandHandler;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.FormSource;
import org.spoolbot.api.command.MessageHandler;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.plugin.Registration;
import java.util.List;
import java.util.function.Function;

/** Registered commands and actions. Thread-safe. */
public interface CommandDirectory {
    /** Adds a command with the translator of its plugin. */
    Registration add(String pluginId, Translator texts, CommandSpec spec, CommandHandler handler);

    /** Adds an action with the translator of its plugin. */
    Registration addAction(String pluginId, Translator texts, String action, ActionHandler handler);

    /** Adds values to offer for an option while it is typed. */
    Registration addValues(String command, String option, Function<String, List<String>> values);

    /** Adds the form of an action, with the translator of its plugin. */
    Registration addForm(Translator texts, String action, FormSource source);

    /** Adds something to do with a message, with the translator of its plugin. */
    Registration addMessageAction(String pluginId, Translator texts, ChatInbox.MessageAction action, MessageHandler handler);
}

package org.spoolbot.engine.conversation;

import org.spoolbot.api.conversation.ConversationHandler;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.plugin.Registration;

/** Registered conversation handlers, and each plugin's view of its dialogues. Thread-safe. */
public interface ConversationDirectory {
    /** Adds a handler with the translator of its plugin. */
    Registration add(String pluginId, Translator texts, String kind, ConversationHandler handler);

    /** A plugin's view; what it registers is also given to {@code register}, so that it ends with the plugin. */
    Conversations viewFor(String pluginId, Translator texts, java.util.function.UnaryOperator<Registration> register);
}

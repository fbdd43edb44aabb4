package org.spoolbot.api.platform;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.Upload;
import java.util.List;
import java.util.Map;

/** What a platform hands to the engine. */
public sealed interface Inbound {
    /** Who, where, when. */
    Origin origin();

    /**
     * A message: a command as text, or an input of a conversation.
     *
     * @param origin who, where, when
     * @param messageId the platform's id of the message
     * @param text what was written; foreign text
     * @param uploads the files of the message in order, then those of the message it replies to; at most 50
     */
    record TextInput(Origin origin, String messageId, String text, List<Upload> uploads) implements Inbound {
        public TextInput {
            requireNonNull(origin, "origin is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(text, "text is null");
            uploads = List.copyOf(uploads);
        }
    }

    /**
     * A command that the platform took apart itself.
     *
     * @param origin who, where, when
     * @param path the command and its subcommands
     * @param options values by option name
     * @param attachments files by option name
     */
    record Invocation(Origin origin, List<String> path, Map<String, String> options, Map<String, Upload> attachments)
            implements Inbound {
        public Invocation {
            requireNonNull(origin, "origin is null");
            path = List.copyOf(path);
            options = Map.copyOf(options);
            attachments = Map.copyOf(attachments);
        }
    }

    /**
     * A pressed control.
     *
     * @param origin who, where, when
     * @param messageId the message the control stands under
     * @param actionId the control's id; foreign text, checked by the engine
     * @param values values of the menu or the form, by id
     */
    record Action(Origin origin, String messageId, String actionId, Map<String, List<String>> values) implements Inbound {
        public Action {
            requireNonNull(origin, "origin is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(actionId, "actionId is null");
            values = Map.copyOf(values);
        }
    }
}

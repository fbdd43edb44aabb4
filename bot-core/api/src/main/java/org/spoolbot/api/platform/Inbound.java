package org.spoolbot.api.platform;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.media.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @param uploads the files of the message in order, then those of the message it replies to; at most 50. Files that a clip of ours
     *     holds are not among them
     * @param address whom it speaks to
     */
    record TextInput(Origin origin, String messageId, String text, List<Upload> uploads, Address address) implements Inbound {
        public TextInput {
            requireNonNull(origin, "origin is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(text, "text is null");
            uploads = List.copyOf(uploads);
            requireNonNull(address, "address is null");
        }

        /** Said to nobody in particular. */
        public TextInput(Origin origin, String messageId, String text, List<Upload> uploads) {
            this(origin, messageId, text, uploads, Address.NOBODY);
        }
    }

    /**
     * A command that the platform took apart itself.
     *
     * @param origin who, where, when
     * @param path the command and its subcommands
     * @param options values by option name
     * @param attachments files by option name
     * @param uploads files that were handed in beside the options, in order; at most 50
     */
    record Invocation(
            Origin origin, List<String> path, Map<String, String> options, Map<String, Upload> attachments, List<Upload> uploads)
            implements Inbound {
        public Invocation {
            requireNonNull(origin, "origin is null");
            path = List.copyOf(path);
            options = Map.copyOf(options);
            attachments = Map.copyOf(attachments);
            uploads = List.copyOf(uploads);
        }

        /** Without files beside the options. */
        public Invocation(Origin origin, List<String> path, Map<String, String> options, Map<String, Upload> attachments) {
            this(origin, path, options, attachments, List.of());
        }
    }

    /**
     * A pressed control.
     *
     * @param origin who, where, when
     * @param messageId the message the control stands under
     * @param actionId the control's id; foreign text, checked by the engine
     * @param values values of the menu or the form, by id
     * @param uploads files of the form, in order; at most 50
     */
    record Action(Origin origin, String messageId, String actionId, Map<String, List<String>> values, List<Upload> uploads)
            implements Inbound {
        public Action {
            requireNonNull(origin, "origin is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(actionId, "actionId is null");
            values = Map.copyOf(values);
            uploads = List.copyOf(uploads);
        }

        /** Without files. */
        public Action(Origin origin, String messageId, String actionId, Map<String, List<String>> values) {
            this(origin, messageId, actionId, values, List.of());
        }
    }

    /**
     * Something to be done with a message that somebody pointed at.
     *
     * @param origin who, where, when
     * @param action as it was registered
     * @param messageId the message pointed at; may be anybody's
     * @param uploads its files, in order; at most 50
     */
    record Pointing(Origin origin, String action, String messageId, List<Upload> uploads) implements Inbound {
        public Pointing {
            requireNonNull(origin, "origin is null");
            requireNonNull(action, "action is null");
            requireNonNull(messageId, "messageId is null");
            uploads = List.copyOf(uploads);
        }
    }

    /**
     * Whom a message speaks to.
     *
     * @param toBot whether it mentions the bot, or replies to it; the mention is no longer in the text
     * @param repliedTo the message of the bot that it replies to, by the platform's id
     */
    record Address(boolean toBot, Optional<String> repliedTo) {
        /** To nobody in particular. */
        public static final Address NOBODY = new Address(false, Optional.empty());

        public Address {
            requireNonNull(repliedTo, "repliedTo is null");
        }
    }
}

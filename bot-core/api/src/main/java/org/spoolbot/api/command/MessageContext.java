package org.spoolbot.api.command;

import java.util.List;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;

/** Somebody pointed at a message. */
public interface MessageContext {
    /** Who pointed. */
    Sender sender();

    /** Where and when. */
    Origin origin();

    /** The message. It may be anybody's. */
    MessageRef message();

    /** The files of the message, in order. */
    List<Upload> uploads();

    /** The text in the language of the one who pointed. */
    String text(Phrase phrase);

    /** Shorthand for {@link #text(Phrase)}. */
    default String text(String key, Object... arguments) {
        return text(Phrase.of(key, arguments));
    }

    /** Answers where it was asked. */
    SendResult reply(Message message);
}

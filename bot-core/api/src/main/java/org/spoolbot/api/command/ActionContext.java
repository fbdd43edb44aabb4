package org.spoolbot.api.command;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;
import java.util.Optional;

/** One press of a control. */
public interface ActionContext {
    /** Who pressed. */
    Sender sender();

    /** Where and when. */
    Origin origin();

    /** The message the control stands under. */
    MessageRef message();

    /** The parts of the id after {@code v1:<action>:}. */
    List<String> arguments();

    /** The value of a menu or of a field of the form. */
    Optional<String> value(String id);

    /** The files of the form. */
    List<Upload> uploads();

    /** The text in the language of the one who pressed. */
    String text(Phrase phrase);

    /** Shorthand for {@link #text(Phrase)}. */
    default String text(String key, Object... arguments) {
        return text(Phrase.of(key, arguments));
    }

    /** Answers with a new message where it was pressed. */
    SendResult reply(Message message);

    /** Replaces the message the control stands under. */
    SendResult update(Message message);
}

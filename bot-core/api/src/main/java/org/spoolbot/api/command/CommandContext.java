package org.spoolbot.api.command;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One call of a command: who, where, with what, and the way to answer. */
public interface CommandContext {
    /** Who called. */
    Sender sender();

    /** Where and when. */
    Origin origin();

    /** The command as it was named, for example {@code [admin, quota, set]}. */
    List<String> path();

    /** The option's value as text, already checked against its type and choices. */
    Optional<String> option(String name);

    /** The value of an option of type {@code INTEGER}. */
    OptionalInt number(String name);

    /** The value of an option of type {@code FLAG}; empty if it was not given. */
    Optional<Boolean> flag(String name);

    /** The file of an option of type {@code ATTACHMENT}. */
    Optional<Upload> attachment(String name);

    /** The job whose clip the command was written in reply to, if the caller may see it. */
    Optional<JobId> repliedTo();

    /** The files of the message in order, then those of the message it replies to. Not those given as options. */
    List<Upload> uploads();

    /** The text in the caller's language. */
    String text(Phrase phrase);

    /** Shorthand for {@link #text(Phrase)}. */
    default String text(String key, Object... arguments) {
        return text(Phrase.of(key, arguments));
    }

    /** Answers where the command was called. Blocks until the platform took it or refused. */
    SendResult reply(Message message);

    /** Answers with plain text to the asker alone. */
    default SendResult answer(String key, Object... arguments) {
        return reply(Message.of(text(key, arguments)).forAskerOnly());
    }
}

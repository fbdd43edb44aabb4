package org.spoolbot.engine.command;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One call of a command.
 *
 * @param values checked option values
 * @param attachments files given as options
 * @param uploads the other files
 * @param repliedTo the job whose clip it answers
 */
record Call(
        Speaker speaker,
        List<String> path,
        Map<String, String> values,
        Map<String, Upload> attachments,
        List<Upload> uploads,
        Optional<JobId> repliedTo,
        Function<Message, SendResult> replies)
        implements CommandContext {
    @Override
    public Sender sender() {
        return speaker.sender();
    }

    @Override
    public Origin origin() {
        return speaker.origin();
    }

    @Override
    public Optional<String> option(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public OptionalInt number(String name) {
        String value = values.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return option(name).map(Boolean::valueOf);
    }

    @Override
    public Optional<Upload> attachment(String name) {
        return Optional.ofNullable(attachments.get(name));
    }

    @Override
    public String text(Phrase phrase) {
        return speaker.text(phrase);
    }

    @Override
    public SendResult reply(Message message) {
        return replies.apply(message);
    }
}

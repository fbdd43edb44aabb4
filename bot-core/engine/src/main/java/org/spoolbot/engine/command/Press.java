package org.spoolbot.engine.command;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One press of a control. */
record Press(
        Speaker speaker,
        MessageRef message,
        List<String> arguments,
        Map<String, List<String>> values,
        List<Upload> uploads,
        ReplyDesk replies)
        implements ActionContext {
    @Override
    public Sender sender() {
        return speaker.sender();
    }

    @Override
    public Origin origin() {
        return speaker.origin();
    }

    @Override
    public Optional<String> value(String id) {
        return values.getOrDefault(id, List.of()).stream().findFirst();
    }

    @Override
    public String text(Phrase phrase) {
        return speaker.text(phrase);
    }

    @Override
    public SendResult reply(Message answer) {
        return replies.send(sender().account(), origin().destination(), answer);
    }

    @Override
    public SendResult update(Message replacement) {
        return replies.edit(sender().account(), message, replacement);
    }
}

package org.spoolbot.engine.command;

import org.spoolbot.api.command.MessageContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;

/** Somebody pointed at a message. */
record Pointed(Speaker speaker, MessageRef message, List<Upload> uploads, ReplyDesk replies) implements MessageContext {
    @Override
    public Sender sender() {
        return speaker.sender();
    }

    @Override
    public Origin origin() {
        return speaker.origin();
    }

    @Override
    public String text(Phrase phrase) {
        return speaker.text(phrase);
    }

    @Override
    public SendResult reply(Message answer) {
        return replies.send(sender().account(), origin().destination(), answer);
    }
}

package org.spoolbot.engine.command;

import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.conversation.ConversationContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;

/** One input of an open conversation. */
record Talk(
        Speaker speaker, Conversation conversation, String input, boolean isAddressed, List<Upload> uploads, ReplyDesk replies)
        implements ConversationContext {
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
    public SendResult reply(Message message) {
        return replies.send(sender().account(), origin().destination(), message);
    }
}

package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.MessageContext;
import org.spoolbot.api.conversation.ConversationContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.function.Function;

/** One input, whether typed, pressed or said in a conversation: who, where, and the way to answer the asker alone. */
record Turn(Sender sender, Origin origin, Function<Phrase, String> texts, Function<Message, SendResult> replies) {
    static Turn of(CommandContext context) {
        return new Turn(context.sender(), context.origin(), context::text, context::reply);
    }

    /** A press whose answer takes the place of the message it stands under, or follows it where that is gone. */
    static Turn replacing(ActionContext context) {
        Function<Message, SendResult> replies = message -> {
            SendResult updated = context.update(message);
            boolean lost = updated instanceof SendResult.Gone || updated instanceof SendResult.Forbidden;
            return lost ? context.reply(message) : updated;
        };
        return new Turn(context.sender(), context.origin(), context::text, replies);
    }

    static Turn of(ActionContext context) {
        return new Turn(context.sender(), context.origin(), context::text, context::reply);
    }

    static Turn of(ConversationContext context) {
        return new Turn(context.sender(), context.origin(), context::text, context::reply);
    }

    static Turn of(MessageContext context) {
        return new Turn(context.sender(), context.origin(), context::text, context::reply);
    }

    String text(Phrase phrase) {
        return texts.apply(phrase);
    }

    String text(String key, Object... arguments) {
        return texts.apply(Phrase.of(key, arguments));
    }

    void say(String key, Object... arguments) {
        send(Message.of(text(key, arguments)));
    }

    void say(Phrase phrase) {
        send(Message.of(text(phrase)));
    }

    /** Says a part of the dialogue about a clip, which others there may read where nobody can be told alone. */
    SendResult show(Message message) {
        return replies.apply(message.forAskerHere());
    }

    SendResult send(Message message) {
        return replies.apply(message.forAskerOnly());
    }
}

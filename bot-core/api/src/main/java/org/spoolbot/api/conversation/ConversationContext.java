package org.spoolbot.api.conversation;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.SendResult;
import java.util.List;

/** One input of an open conversation. */
public interface ConversationContext {
    /** Who speaks. */
    Sender sender();

    /** Where and when. */
    Origin origin();

    /** The stored conversation. */
    Conversation conversation();

    /** What was written; empty if only files came, or if the conversation expired. */
    String input();

    /** Whether it was surely said to the bot: in private, by mention, or as a reply to it. Other talk of a group may mean anybody. */
    boolean isAddressed();

    /** The files that came. */
    List<Upload> uploads();

    /** The text in the member's language. */
    String text(Phrase phrase);

    /** Shorthand for {@link #text(Phrase)}. */
    default String text(String key, Object... arguments) {
        return text(Phrase.of(key, arguments));
    }

    /** Answers where the conversation is held. */
    SendResult reply(Message message);
}

package org.spoolbot.telegram.inbound;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The message that another one replies to. */
final class Quoted {
    private Quoted() {}

    /** Empty too for what is merely said in a topic: Telegram shows it as a reply to the service message that opened the topic. */
    static Optional<Message> by(Message message) {
        return Optional.ofNullable(message.getReplyToMessage()).filter(quoted -> !isHeadOfTopic(message, quoted));
    }

    private static boolean isHeadOfTopic(Message message, Message quoted) {
        boolean head = Boolean.TRUE.equals(message.getIsTopicMessage()) && quoted.getMessageId().equals(message.getMessageThreadId());
        return head || quoted.getForumTopicCreated() != null;
    }

    /** The same if the bot wrote it. */
    static Optional<Message> ofBot(Message message, Self self) {
        return by(message).filter(quoted -> quoted.getFrom() != null && quoted.getFrom().getId() == self.id());
    }
}

package org.spoolbot.telegram.outbound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.MessageText;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * A message on its way. What is null is left out of the call.
 *
 * @param chat where to
 * @param thread the topic
 * @param html its words
 * @param reply what it answers
 * @param keyboard what can be pressed
 * @param spoiler whether its file is veiled
 */
record Letter(
        long chat,
        @Nullable Integer thread,
        @Nullable String html,
        @Nullable ReplyParameters reply,
        @Nullable InlineKeyboardMarkup keyboard,
        boolean spoiler) {
    /** A text without words. */
    private static final String NOTHING = "…";

    /** To a chat, by a message and a length that Telegram takes there. */
    static Letter of(long chat, Destination place, Message message, int most) {
        String html = MessageText.of(place.isPrivate() ? mentioningNobody(message) : message, most);
        return new Letter(
                chat,
                thread(chat, place),
                html.isEmpty() ? null : html,
                reply(chat, place),
                Keyboards.of(message.controls()).orElse(null),
                message.envelope().spoiler());
    }

    /** In a private chat, and with what comes after the first file, everybody is called already. */
    static Message mentioningNobody(Message message) {
        Message.Envelope envelope = message.envelope();
        return message.in(new Message.Envelope(envelope.audience(), Optional.empty(), envelope.nonce(), envelope.spoiler()));
    }

    /** Telegram takes no text without words. */
    String words() {
        return html == null ? NOTHING : html;
    }

    /** The topic, if the chat is still the one that was meant: a successor numbers its messages anew. */
    static @Nullable Integer thread(long chat, Destination place) {
        return isSame(chat, place) ? number(place.thread()).orElse(null) : null;
    }

    /** A request that was deleted meanwhile does not keep its answer from arriving. */
    static @Nullable ReplyParameters reply(long chat, Destination place) {
        Optional<Integer> request = isSame(chat, place) ? number(place.replyTo()) : Optional.empty();
        return request.map(id -> ReplyParameters.builder().messageId(id).allowSendingWithoutReply(true).build())
                .orElse(null);
    }

    private static boolean isSame(long chat, Destination place) {
        return place.channel().equals(Long.toString(chat));
    }

    static Optional<Integer> number(Optional<String> id) {
        return id.filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }
}

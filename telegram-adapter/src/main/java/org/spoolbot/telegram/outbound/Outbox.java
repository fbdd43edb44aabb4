package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.telegram.render.MessageText;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Sends messages. Nothing is sent twice by itself: after a lost answer the caller is told that nobody knows. */
public final class Outbox {
    static final Duration PRIVATE_EDITS = Duration.ofSeconds(3);
    static final Duration GROUP_EDITS = Duration.ofSeconds(10);
    private static final String PLATFORM = "telegram";

    private final TelegramClient telegram;
    private final Calls calls;
    private final FileSender files;
    private final MenuShelf menus;
    private final PrivateWay privateWay;
    private final long mostBytes;

    Outbox(TelegramClient telegram, Calls calls, FileSender files, MenuShelf menus, PrivateWay privateWay, long mostBytes) {
        this.telegram = telegram;
        this.calls = calls;
        this.files = files;
        this.menus = menus;
        this.privateWay = privateWay;
        this.mostBytes = mostBytes;
    }

    /** What fits there. */
    public DeliveryLimits limits(Destination destination) {
        boolean group = destination.channel().startsWith("-");
        return new DeliveryLimits(mostBytes, MessageText.MOST_TEXT, (group ? GROUP_EDITS : PRIVATE_EDITS).toMillis());
    }

    /** Sends a message to where it may be read. */
    public SendResult send(Destination destination, Message message) {
        Optional<Account> asker = message.envelope().mention();
        boolean aside = message.envelope().audience() == Audience.ASKER && !destination.isPrivate() && asker.isPresent();
        if (!aside) {
            return sendThere(destination, message);
        }
        SendResult whispered = sendThere(PrivateWay.chatOf(asker.get()), message);
        boolean unknown = whispered instanceof SendResult.Forbidden || whispered instanceof SendResult.Gone;
        return unknown ? sendThere(destination, privateWay.invitation(destination, message)) : whispered;
    }

    /** The private chat with somebody, if the bot may write there: a chat action shows it without a word. */
    public Optional<Destination> privateChat(Account account) {
        Destination chat = PrivateWay.chatOf(account);
        Calls.Outcome<Boolean> typing = calls.queued(chat.channel(), id -> telegram.execute(
                SendChatAction.builder().chatId(id).action("typing").build()));
        return typing instanceof Calls.Outcome.Done<Boolean> ? Optional.of(chat) : Optional.empty();
    }

    private SendResult sendThere(Destination place, Message message) {
        List<Attachment> attachments = message.attachments();
        Optional<Attachment> large = attachments.stream()
                .filter(attachment -> attachment.file().info().bytes() > mostBytes)
                .findFirst();
        if (large.isPresent()) {
            return new SendResult.TooLarge(mostBytes);
        }
        SendResult first = attachments.isEmpty() ? text(place, message) : file(place, message, attachments.getFirst());
        for (int next = 1; next < attachments.size() && first.isSent(); next++) {
            file(place, Message.of("").in(message.envelope()), attachments.get(next));
        }
        return first;
    }

    private SendResult text(Destination place, Message message) {
        Calls.Outcome<MessageRef> outcome = calls.queued(place.channel(), chat -> {
            Letter letter = letter(chat, place, message, MessageText.MOST_TEXT);
            return noted(chat, telegram.execute(words(letter)).getMessageId(), message);
        });
        return Results.ofSending(outcome, mostBytes);
    }

    private SendResult file(Destination place, Message message, Attachment attachment) {
        Calls.Outcome<MessageRef> outcome = calls.queued(place.channel(), chat -> {
            Letter letter = letter(chat, place, message, MessageText.MOST_CAPTION);
            return noted(chat, files.send(letter, attachment).getMessageId(), message);
        });
        return Results.ofSending(outcome, mostBytes);
    }

    private static SendMessage words(Letter letter) {
        return SendMessage.builder()
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .text(letter.html())
                .parseMode("HTML")
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard())
                .build();
    }

    private static Letter letter(long chat, Destination place, Message message, int most) {
        return new Letter(
                chat,
                place.thread().map(Integer::valueOf).orElse(null),
                MessageText.of(message, most),
                place.replyTo().filter(id -> id.matches("[0-9]{1,9}")).map(Outbox::answering).orElse(null),
                Keyboards.of(message.controls()).orElse(null),
                message.envelope().spoiler());
    }

    /** A request that was deleted meanwhile does not keep its answer from arriving. */
    private static ReplyParameters answering(String message) {
        return ReplyParameters.builder().messageId(Integer.valueOf(message)).allowSendingWithoutReply(true).build();
    }

    private MessageRef noted(long chat, int id, Message message) {
        MessageRef sent = new MessageRef(PLATFORM, Long.toString(chat), Integer.toString(id));
        menus.put(sent.channel(), sent.id(), message.controls());
        return sent;
    }

    /** A question that wants an answer; privacy mode lets answers to it through. */
    public Optional<MessageRef> ask(Destination place, String html, org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard reply) {
        Calls.Outcome<MessageRef> outcome = calls.queued(place.channel(), chat -> asked(chat, place, html, reply));
        return outcome instanceof Calls.Outcome.Done<MessageRef> done ? Optional.of(done.answer()) : Optional.empty();
    }

    private MessageRef asked(
            long chat, Destination place, String html, org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard reply)
            throws TelegramApiException {
        SendMessage question = SendMessage.builder()
                .chatId(chat)
                .messageThreadId(place.thread().map(Integer::valueOf).orElse(null))
                .text(html)
                .parseMode("HTML")
                .replyParameters(place.replyTo().filter(id -> id.matches("[0-9]{1,9}")).map(Outbox::answering).orElse(null))
                .replyMarkup(reply)
                .build();
        return new MessageRef(PLATFORM, Long.toString(chat), Integer.toString(telegram.execute(question).getMessageId()));
    }
}

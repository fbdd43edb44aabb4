package org.spoolbot.telegram.outbound;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.telegram.render.MessageText;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Sends messages. Nothing is sent twice by itself: after a lost answer the caller is told that nobody knows, and a message with the nonce of
 * one that stands in the chat is that one.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final TelegramClient telegram;
    private final Calls calls;
    private final FileSender files;
    private final CardPictures cards;
    private final MenuShelf menus;
    private final PrivateWay privateWay;
    private final OpenUploads uploads;
    private final long mostBytes;

    Outbox(
            TelegramClient telegram,
            Calls calls,
            Senders senders,
            MenuShelf menus,
            PrivateWay privateWay,
            OpenUploads uploads,
            long mostBytes) {
        this.telegram = telegram;
        this.calls = calls;
        this.files = senders.files();
        this.cards = senders.cards();
        this.menus = menus;
        this.privateWay = privateWay;
        this.uploads = uploads;
        this.mostBytes = mostBytes;
    }

    /** What sends files and pictures. */
    record Senders(FileSender files, CardPictures cards) {}

    /** What fits there. */
    public DeliveryLimits limits(Destination destination) {
        return new DeliveryLimits(
                mostBytes, MessageText.MOST_TEXT, EditPace.in(destination.channel()).toMillis());
    }

    /** Sends a message to where it may be read. */
    public SendResult send(Destination destination, Message message) {
        return message.envelope().audience() == Audience.ASKER && !destination.isPrivate()
                ? aside(destination, message)
                : sendThere(destination, message);
    }

    /** What one person alone may read is never shown to a group, come what may. */
    private SendResult aside(Destination group, Message message) {
        Optional<Account> asker = message.envelope().mention().filter(PrivateWay::isOnTelegram);
        if (asker.isEmpty()) {
            return new SendResult.Forbidden("nobody on Telegram is named who could be told in private");
        }
        SendResult whispered = asker.flatMap(PrivateWay::chatOf)
                .map(chat -> sendThere(chat, message))
                .orElseGet(() -> new SendResult.Forbidden("nobody knows the private chat of who hides behind a group"));
        boolean closed = whispered instanceof SendResult.Forbidden || whispered instanceof SendResult.Gone;
        return closed ? invited(group, asker.get()).orElse(whispered) : whispered;
    }

    private Optional<SendResult> invited(Destination group, Account person) {
        Optional<MessageRef> told = privateWay.invitation(group, person)
                .flatMap(word -> ask(group, MessageText.of(word.words(), MessageText.MOST_TEXT), word.way()));
        told.ifPresent(_ -> privateWay.told(group, person));
        return told.map(SendResult.Sent::new);
    }

    /** The private chat with somebody, if the bot may write there: a chat action shows it without a word. */
    public Optional<Destination> privateChat(Account account) {
        return PrivateWay.chatOf(account).filter(chat -> calls.light(chat.channel(), id -> telegram.execute(
                SendChatAction.builder().chatId(id).action("typing").build())) instanceof Calls.Outcome.Done<Boolean>);
    }

    private SendResult sendThere(Destination place, Message message) {
        Optional<OpenUploads.Mark> mark = message.envelope().nonce().map(nonce -> new OpenUploads.Mark(place.channel(), nonce));
        Optional<SendResult> before = mark.flatMap(uploads::before);
        if (before.isPresent()) {
            return before.get();
        }
        SendResult first = first(place, message, mark);
        mark.ifPresent(one -> uploads.ended(one, first));
        if (first.isSent()) {
            message.attachments().stream().skip(1).forEach(attachment -> further(place, message, attachment));
        }
        return first;
    }

    private SendResult first(Destination place, Message message, Optional<OpenUploads.Mark> mark) {
        List<Attachment> attachments = message.attachments();
        if (attachments.stream().anyMatch(attachment -> attachment.file().info().bytes() > mostBytes)) {
            return new SendResult.TooLarge(mostBytes);
        }
        return attachments.isEmpty() ? text(place, message) : file(place, message, attachments.getFirst(), mark);
    }

    /** The message stands with its first file; one of the others that gets lost must not let it be sent again. */
    private void further(Destination place, Message message, Attachment attachment) {
        Message bare = Letter.mentioningNobody(Message.of("").in(message.envelope()));
        SendResult result = file(place, bare, attachment, Optional.empty());
        if (!result.isSent()) {
            LOG.warn("a further file of a message was not sent: {}", result.getClass().getSimpleName());
        }
    }

    private SendResult text(Destination place, Message message) {
        Calls.Call<MessageRef> call = chat -> said(chat, place, message);
        // Progress that is not there yet is as little worth a wait as a change of it.
        Calls.Outcome<MessageRef> outcome = message.progress().isPresent()
                ? calls.ifThereIsRoom(place.channel(), EditPace.in(place.channel()), call)
                : calls.queued(place.channel(), call);
        return Results.ofSending(outcome, mostBytes);
    }

    private MessageRef said(long chat, Destination place, Message message) throws TelegramApiException {
        Optional<MessageRef> pictured = CardPictures.isPictured(message) ? pictured(chat, place, message) : Optional.empty();
        if (pictured.isPresent()) {
            return pictured.get();
        }
        Letter letter = Letter.of(chat, place, message, MessageText.MOST_TEXT);
        MessageRef sent = noted(chat, telegram.execute(words(letter)).getMessageId(), message);
        cards.bare(sent);
        return sent;
    }

    /** Empty where no picture can be sent: a chat may take words alone. */
    private Optional<MessageRef> pictured(long chat, Destination place, Message message) throws TelegramApiException {
        Optional<Path> sheet = cards.sheet(message);
        if (sheet.isEmpty()) {
            return Optional.empty();
        }
        try {
            Letter letter = Letter.of(chat, place, message, MessageText.MOST_CAPTION);
            MessageRef sent = noted(chat, files.picture(letter, sheet.get()).getMessageId(), message);
            cards.pictured(sent, message);
            return Optional.of(sent);
        } catch (TelegramApiException thrown) {
            if (!Failure.isRefusal(Failure.of(thrown))) {
                throw thrown;
            }
            return Optional.empty();
        } finally {
            Thumbnails.discard(sheet.get());
        }
    }

    private SendResult file(Destination place, Message message, Attachment attachment, Optional<OpenUploads.Mark> mark) {
        Calls.Outcome<MessageRef> outcome = calls.queued(place.channel(), chat -> {
            Letter letter = Letter.of(chat, place, message, MessageText.MOST_CAPTION);
            mark.ifPresent(uploads::begins);
            return noted(chat, files.send(letter, attachment).getMessageId(), message);
        });
        return Results.ofSending(outcome, mostBytes);
    }

    private static SendMessage words(Letter letter) {
        return SendMessage.builder()
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .text(letter.words())
                .parseMode("HTML")
                .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard())
                .build();
    }

    private MessageRef noted(long chat, int id, Message message) {
        MessageRef sent = new MessageRef(PrivateWay.PLATFORM, Long.toString(chat), Integer.toString(id));
        if (MenuShelf.hasMenus(message.controls())) {
            menus.put(sent.channel(), sent.id(), message.controls());
        }
        return sent;
    }

    /** Words with keys of their own, such as a question that wants an answer; privacy mode lets replies to it through. */
    public Optional<MessageRef> ask(Destination place, String html, ReplyKeyboard reply) {
        Calls.Outcome<MessageRef> outcome = calls.queued(place.channel(), chat -> {
            SendMessage question = SendMessage.builder()
                    .chatId(chat)
                    .messageThreadId(Letter.thread(chat, place))
                    .text(html)
                    .parseMode("HTML")
                    .replyParameters(Letter.reply(chat, place))
                    .replyMarkup(reply)
                    .build();
            return noted(chat, telegram.execute(question).getMessageId(), Message.of(""));
        });
        return outcome instanceof Calls.Outcome.Done<MessageRef> done ? Optional.of(done.answer()) : Optional.empty();
    }
}

package org.spoolbot.telegram.outbound;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.telegram.render.MessageText;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Edits and deletes messages that stand. */
public final class Changes {
    private static final String HTML = "HTML";
    private static final String EMPTY = "✖";

    private final TelegramClient telegram;
    private final Calls calls;
    private final MenuShelf menus;

    Changes(TelegramClient telegram, Calls calls, MenuShelf menus) {
        this.telegram = telegram;
        this.calls = calls;
        this.menus = menus;
    }

    /** Replaces a message. Progress goes out only where there is room for it. */
    public SendResult edit(MessageRef place, Message replacement) {
        Duration pause = place.channel().startsWith("-") ? Outbox.GROUP_EDITS : Outbox.PRIVATE_EDITS;
        Calls.Call<Serializable> call = chat -> edited(chat, place, replacement);
        Calls.Outcome<Serializable> outcome = replacement.progress().isPresent()
                ? calls.ifThereIsRoom(place.channel(), pause, call)
                : calls.queued(place.channel(), call);
        SendResult result = Results.ofChange(outcome, place);
        if (result.isSent()) {
            menus.put(place.channel(), place.id(), replacement.controls());
        }
        return result;
    }

    private Serializable edited(long chat, MessageRef place, Message replacement)
            throws org.telegram.telegrambots.meta.exceptions.TelegramApiException {
        @Nullable InlineKeyboardMarkup keyboard = Keyboards.of(replacement.controls()).orElse(null);
        try {
            return telegram.execute(EditMessageText.builder()
                    .chatId(chat)
                    .messageId(Integer.valueOf(place.id()))
                    .text(MessageText.of(replacement, MessageText.MOST_TEXT))
                    .parseMode(HTML)
                    .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                    .replyMarkup(keyboard)
                    .build());
        } catch (org.telegram.telegrambots.meta.exceptions.TelegramApiException thrown) {
            if (!(Failure.of(thrown) instanceof Failure.NoText)) {
                throw thrown;
            }
            return telegram.execute(EditMessageCaption.builder()
                    .chatId(Long.toString(chat))
                    .messageId(Integer.valueOf(place.id()))
                    .caption(MessageText.of(replacement, MessageText.MOST_CAPTION))
                    .parseMode(HTML)
                    .replyMarkup(keyboard)
                    .build());
        }
    }

    /** Shows another page of the keyboard. */
    public SendResult turnTo(MessageRef place, InlineKeyboardMarkup keyboard) {
        Calls.Outcome<Serializable> outcome = calls.queued(place.channel(), chat -> telegram.execute(EditMessageReplyMarkup.builder()
                .chatId(Long.toString(chat))
                .messageId(Integer.valueOf(place.id()))
                .replyMarkup(keyboard)
                .build()));
        return Results.ofChange(outcome, place);
    }

    /** Removes a message. After 48 hours Telegram lets nobody remove it (https://core.telegram.org/bots/api#deletemessage): it is emptied. */
    public SendResult delete(MessageRef place) {
        Calls.Outcome<Boolean> outcome = calls.queued(place.channel(), chat -> telegram.execute(
                DeleteMessage.builder().chatId(Long.toString(chat)).messageId(Integer.valueOf(place.id())).build()));
        if (outcome instanceof Calls.Outcome.Failed<Boolean>(Failure.Gone(String reason)) && reason.contains("be deleted")) {
            return edit(place, Message.of(EMPTY));
        }
        return Results.ofChange(outcome, place);
    }
}

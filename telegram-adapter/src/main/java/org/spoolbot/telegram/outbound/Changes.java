package org.spoolbot.telegram.outbound;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.telegram.render.MessageText;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Edits and deletes messages that stand. */
public final class Changes {
    private static final String HTML = "HTML";
    private static final String EMPTY = "✖";

    private final TelegramClient telegram;
    private final Calls calls;
    private final MenuShelf menus;
    private final EditPace pace;
    private final CardPictures cards;

    Changes(TelegramClient telegram, Calls calls, MenuShelf menus, EditPace pace, CardPictures cards) {
        this.telegram = telegram;
        this.calls = calls;
        this.menus = menus;
        this.pace = pace;
        this.cards = cards;
    }

    /** Replaces a message. Progress goes out only where there is room for it, and not too often. */
    public SendResult edit(MessageRef place, Message replacement) {
        boolean progress = replacement.progress().isPresent();
        Duration rest = progress ? pace.rest(place) : Duration.ZERO;
        if (!rest.isZero()) {
            return new SendResult.SlowDown(rest);
        }
        Message shown = place.channel().startsWith("-") ? replacement : Letter.mentioningNobody(replacement);
        Calls.Call<Serializable> call = chat -> changed(chat, place, shown);
        Calls.Outcome<Serializable> outcome = progress
                ? calls.ifThereIsRoom(place.channel(), EditPace.in(place.channel()), call)
                : calls.queued(place.channel(), call);
        SendResult result = Results.ofChange(outcome, place);
        if (result.isSent()) {
            if (progress) {
                pace.edited(place);
            }
            menus.put(place.channel(), place.id(), replacement.controls());
        }
        return result;
    }

    /** Where a message stands, unless the chat moved away from it. */
    private record Place(String chat, int message) {
        static Place of(long chat, MessageRef place) throws MovedAwayException {
            if (!place.channel().equals(Long.toString(chat)) || !place.id().matches("[0-9]{1,9}")) {
                throw new MovedAwayException();
            }
            return new Place(place.channel(), Integer.parseInt(place.id()));
        }
    }

    private Serializable changed(long chat, MessageRef message, Message replacement) throws TelegramApiException {
        Place place = Place.of(chat, message);
        return switch (cards.way(message, replacement)) {
            case TEXT -> edited(place, replacement);
            case CAPTION -> recaptioned(place, replacement);
            case PICTURE -> {
                Optional<Serializable> pictured = pictured(place, replacement);
                if (pictured.isPresent()) {
                    cards.pictured(message, replacement);
                }
                yield pictured.isPresent() ? pictured.get() : edited(place, replacement);
            }
        };
    }

    /** Words may become a picture with words (https://core.telegram.org/bots/api#editmessagemedia), though not on every older server. */
    private Optional<Serializable> pictured(Place place, Message replacement) throws TelegramApiException {
        Optional<Path> sheet = cards.sheet(replacement);
        if (sheet.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(telegram.execute(EditMessageMedia.builder()
                    .chatId(place.chat())
                    .messageId(place.message())
                    .media(InputMediaPhoto.builder()
                            .media(sheet.get().toFile(), sheet.get().getFileName().toString())
                            .caption(MessageText.of(replacement, MessageText.MOST_CAPTION))
                            .parseMode(HTML)
                            .hasSpoiler(replacement.envelope().spoiler())
                            .build())
                    .replyMarkup(Keyboards.of(replacement.controls()).orElse(null))
                    .build()));
        } catch (TelegramApiException thrown) {
            if (!Failure.isRefusal(Failure.of(thrown))) {
                throw thrown;
            }
            return Optional.empty();
        } finally {
            Thumbnails.discard(sheet.get());
        }
    }

    private Serializable recaptioned(Place place, Message replacement) throws TelegramApiException {
        return telegram.execute(EditMessageCaption.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .caption(MessageText.of(replacement, MessageText.MOST_CAPTION))
                .parseMode(HTML)
                .replyMarkup(Keyboards.of(replacement.controls()).orElse(null))
                .build());
    }

    private Serializable edited(Place place, Message replacement) throws TelegramApiException {
        @Nullable InlineKeyboardMarkup keyboard = Keyboards.of(replacement.controls()).orElse(null);
        try {
            return telegram.execute(EditMessageText.builder()
                    .chatId(place.chat())
                    .messageId(place.message())
                    .text(words(MessageText.of(replacement, MessageText.MOST_TEXT)))
                    .parseMode(HTML)
                    .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build())
                    .replyMarkup(keyboard)
                    .build());
        } catch (TelegramApiException thrown) {
            if (!(Failure.of(thrown) instanceof Failure.NoText)) {
                throw thrown;
            }
            return recaptioned(place, replacement);
        }
    }

    private static String words(String html) {
        return html.isEmpty() ? EMPTY : html;
    }

    /** Shows another page of the keyboard. */
    public SendResult turnTo(MessageRef message, InlineKeyboardMarkup keyboard) {
        Calls.Outcome<Serializable> outcome = calls.queued(message.channel(), chat -> {
            Place place = Place.of(chat, message);
            return telegram.execute(EditMessageReplyMarkup.builder()
                    .chatId(place.chat())
                    .messageId(place.message())
                    .replyMarkup(keyboard)
                    .build());
        });
        return Results.ofChange(outcome, message);
    }

    /** Removes a message. After 48 hours Telegram lets nobody remove it (https://core.telegram.org/bots/api#deletemessage): it is emptied. */
    public SendResult delete(MessageRef message) {
        Calls.Outcome<Boolean> outcome = calls.light(message.channel(), chat -> {
            Place place = Place.of(chat, message);
            return telegram.execute(
                    DeleteMessage.builder().chatId(place.chat()).messageId(place.message()).build());
        });
        if (outcome instanceof Calls.Outcome.Failed<Boolean>(Failure.Gone(String reason)) && reason.contains("be deleted")) {
            return edit(message, Message.of(EMPTY));
        }
        SendResult result = Results.ofChange(outcome, message);
        if (result.isSent()) {
            menus.put(message.channel(), message.id(), List.of());
        }
        return result;
    }
}

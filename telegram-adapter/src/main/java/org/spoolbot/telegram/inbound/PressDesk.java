package org.spoolbot.telegram.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.telegram.outbound.Changes;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.telegram.render.Pressed;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Presses of keys: each is answered at once, because the key shows a clock until then. */
final class PressDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PressDesk.class);

    private final ChatInbox inbox;
    private final Origins origins;
    private final Interviewer interviewer;
    private final Groups groups;
    private final TelegramClient telegram;
    private final MenuShelf menus;
    private final Changes changes;
    private final Translator texts;

    PressDesk(Parts parts, TelegramClient telegram, MenuShelf menus, Changes changes, Translator texts) {
        this.inbox = parts.inbox();
        this.origins = parts.origins();
        this.interviewer = parts.interviewer();
        this.groups = parts.groups();
        this.telegram = telegram;
        this.menus = menus;
        this.changes = changes;
        this.texts = texts;
    }

    /** What it works with inside this package. */
    record Parts(ChatInbox inbox, Origins origins, Interviewer interviewer, Groups groups) {}

    /** Tells Telegram that the press was heard; a key that means nothing any more says so. */
    void answer(CallbackQuery press) {
        AnswerCallbackQuery.AnswerCallbackQueryBuilder<?, ?> answer = AnswerCallbackQuery.builder().callbackQueryId(press.getId());
        objection(press).ifPresent(key -> answer.text(texts.text(language(press), key)).showAlert(true));
        try {
            telegram.execute(answer.build());
        } catch (TelegramApiException late) {
            LOG.debug("a press was answered too late: {}", late.getClass().getSimpleName());
        }
    }

    private Optional<String> objection(CallbackQuery press) {
        MaybeInaccessibleMessage under = press.getMessage();
        return switch (pressed(press)) {
            case Pressed.Stale _ -> Optional.of("telegram.stale");
            case Pressed.Answer _ when under != null -> interviewer.objection(
                    under.getChatId().toString(), under.getMessageId().toString(), press.getFrom().getId().toString(), press.getId());
            case Pressed.Answer _, Pressed.Open _, Pressed.Back _, Pressed.Action _ -> Optional.empty();
        };
    }

    /** What is to be done in the server; pages of a keyboard are turned here. */
    Optional<Inbound.Action> understood(CallbackQuery press) {
        MaybeInaccessibleMessage under = press.getMessage();
        if (under == null || !groups.has(under.getChat())) {
            return Optional.empty();
        }
        Origin origin = origins.of(press, under);
        MessageRef place = new MessageRef(Origins.PLATFORM, origin.destination().channel(), under.getMessageId().toString());
        return switch (pressed(press)) {
            case Pressed.Open(Control.Select menu, int at) -> turned(place, Optional.of(Keyboards.options(menu, at)));
            case Pressed.Back _ -> turned(place, controls(press).flatMap(Keyboards::of));
            case Pressed.Stale _ -> Optional.empty();
            case Pressed.Answer(int option) -> interviewer.chosen(origin, place, press.getId(), option);
            case Pressed.Action action -> action(origin, place.id(), action);
        };
    }

    private Optional<Inbound.Action> action(Origin origin, String under, Pressed.Action action) {
        Optional<Control.Form> form = action.values().isEmpty() ? inbox.form(origin, action.id()) : Optional.empty();
        boolean asked = form.isPresent() && interviewer.isBegun(origin, action.id(), under, form.get());
        return asked ? Optional.empty() : Optional.of(new Inbound.Action(origin, under, action.id(), action.values()));
    }

    private Optional<Inbound.Action> turned(
            MessageRef place, Optional<org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup> keyboard) {
        keyboard.ifPresent(page -> changes.turnTo(place, page));
        return Optional.empty();
    }

    private Pressed pressed(CallbackQuery press) {
        return Pressed.of(Optional.ofNullable(press.getData()).orElse(""), controls(press));
    }

    private Optional<List<Control>> controls(CallbackQuery press) {
        MaybeInaccessibleMessage under = press.getMessage();
        return under == null ? Optional.empty() : menus.get(under.getChatId().toString(), under.getMessageId().toString());
    }

    private static Locale language(CallbackQuery press) {
        return Origins.language(press.getFrom()).orElse(Locale.ENGLISH);
    }
}

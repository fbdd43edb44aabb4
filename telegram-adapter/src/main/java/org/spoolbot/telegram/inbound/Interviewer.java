package org.spoolbot.telegram.inbound;

import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.telegram.outbound.Changes;
import org.spoolbot.telegram.outbound.Outbox;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.render.QuestionText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/** Fills in a form by asking, one question at a time, in the language of the one who pressed. */
final class Interviewer {
    private final Questions questions;
    private final Outbox outbox;
    private final Changes changes;
    private final Counter counter;
    private final Translator texts;

    Interviewer(Questions questions, Outbox outbox, Changes changes, Counter counter, Translator texts) {
        this.questions = questions;
        this.outbox = outbox;
        this.changes = changes;
        this.counter = counter;
        this.texts = texts;
    }

    /** Asks for the first field. False if there is nothing to ask: then the action goes without. */
    boolean isBegun(Origin origin, String action, String under, Control.Form form) {
        Questions.Asked asked = Questions.Asked.begin(origin.account().id(), action, under, form);
        if (asked.open().isEmpty()) {
            return false;
        }
        ask(origin, asked);
        return true;
    }

    /**
     * Takes a reply to a question.
     *
     * @return empty if that message asked this person nothing
     */
    Optional<Heard> heard(Origin origin, String question, String reply, String text) {
        String chat = origin.destination().channel();
        return switch (questions.look(chat, question, origin.account().id(), reply)) {
            case Questions.Answer.None _, Questions.Answer.Anothers _ -> Optional.empty();
            case Questions.Answer.TooLate _ -> {
                counter.say(origin, origin.destination().replyingTo(reply), "telegram.answer-too-late");
                yield Optional.of(new Heard(Optional.empty()));
            }
            case Questions.Answer.InTime(Questions.Asked asked) -> {
                questions.answered(chat, question, reply);
                yield Optional.of(new Heard(written(origin, asked, text)));
            }
        };
    }

    /** What is written fits, or it is asked again. */
    private Optional<Inbound.Action> written(Origin origin, Questions.Asked asked, String text) {
        Questions.Field field = asked.first();
        if (field.isChosen()) {
            Optional<Control.Option> named = field.options().stream()
                    .filter(option -> option.label().equalsIgnoreCase(text) || option.value().equalsIgnoreCase(text))
                    .findFirst();
            return named.map(option -> filledIn(origin, asked, option.value())).orElseGet(() -> ask(origin, asked));
        }
        return text.length() > field.most()
                ? ask(origin, asked, text(origin, "telegram.answer-too-long", field.most()))
                : filledIn(origin, asked, text);
    }

    /** Why a press answers no question, as the key of a text; empty if it does. */
    Optional<String> objection(String chat, String question, String user, String press) {
        return switch (questions.look(chat, question, user, press)) {
            case Questions.Answer.None _ -> Optional.of("telegram.stale");
            case Questions.Answer.Anothers _ -> Optional.of("telegram.not-yours");
            case Questions.Answer.TooLate _ -> Optional.of("telegram.answer-too-late");
            case Questions.Answer.InTime _ -> Optional.empty();
        };
    }

    /** Takes a pressed answer to a question; the question then shows what it was. */
    Optional<Inbound.Action> chosen(Origin origin, MessageRef question, String press, int option) {
        Questions.Answer answer = questions.look(question.channel(), question.id(), origin.account().id(), press);
        if (!(answer instanceof Questions.Answer.InTime(Questions.Asked asked))) {
            return Optional.empty();
        }
        Questions.Field field = asked.first();
        if (option < 0 || option >= field.options().size()) {
            return Optional.empty();
        }
        Control.Option choice = field.options().get(option);
        questions.answered(question.channel(), question.id(), press);
        changes.edit(question, Message.of(field.label() + ": " + choice.label()));
        return filledIn(origin, asked, choice.value());
    }

    /** The action of a form whose last field was answered; otherwise the next question is asked. */
    private Optional<Inbound.Action> filledIn(Origin origin, Questions.Asked asked, String text) {
        Questions.Asked now = asked.answered(text);
        return now.open().isEmpty()
                ? Optional.of(new Inbound.Action(origin, now.under(), now.action(), now.values()))
                : ask(origin, now);
    }

    private Optional<Inbound.Action> ask(Origin origin, Questions.Asked asked) {
        return ask(origin, asked, text(origin, asked.first().isChosen() ? "telegram.choose" : "telegram.reply-here"));
    }

    private Optional<Inbound.Action> ask(Origin origin, Questions.Asked asked, String hint) {
        Questions.Field field = asked.first();
        String html = QuestionText.of(origin.account(), field.label(), field.value(), hint);
        ReplyKeyboard keyboard = field.isChosen()
                ? Keyboards.answers(field.options())
                : ForceReplyKeyboard.builder().forceReply(true).selective(true).build();
        Optional<MessageRef> question = outbox.ask(origin.destination(), html, keyboard);
        question.ifPresent(sent -> questions.put(sent.channel(), sent.id(), asked));
        return Optional.empty();
    }

    private String text(Origin origin, String key, Object... arguments) {
        return texts.text(origin.language().orElse(Locale.ENGLISH), key, arguments);
    }

    /**
     * A reply to a question.
     *
     * @param action what is to be done now, if anything
     */
    record Heard(Optional<Inbound.Action> action) {}
}

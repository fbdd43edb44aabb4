package org.spoolbot.telegram.inbound;

import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.telegram.outbound.Outbox;
import org.spoolbot.telegram.render.QuestionText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;

/** Fills in a form by asking, one question at a time, in the language of the one who pressed. */
final class Interviewer {
    private final Questions questions;
    private final Outbox outbox;
    private final Counter counter;
    private final Translator texts;

    Interviewer(Questions questions, Outbox outbox, Counter counter, Translator texts) {
        this.questions = questions;
        this.outbox = outbox;
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
        return switch (questions.answered(origin.destination().channel(), question, origin.account().id(), reply)) {
            case Questions.Answer.None _ -> Optional.empty();
            case Questions.Answer.TooLate _ -> {
                counter.say(origin, origin.destination().replyingTo(reply), "telegram.answer-too-late");
                yield Optional.of(new Heard(Optional.empty()));
            }
            case Questions.Answer.InTime(Questions.Asked asked) -> Optional.of(new Heard(filledIn(origin, asked, text)));
        };
    }

    /** The action of a form whose last field was answered; otherwise the next question is asked. */
    private Optional<Inbound.Action> filledIn(Origin origin, Questions.Asked asked, String text) {
        Questions.Asked now = asked.answered(text);
        if (!now.open().isEmpty()) {
            ask(origin, now);
            return Optional.empty();
        }
        return Optional.of(new Inbound.Action(origin, now.under(), now.action(), now.values()));
    }

    private void ask(Origin origin, Questions.Asked asked) {
        Questions.Field field = asked.open().getFirst();
        String hint = texts.text(origin.language().orElse(Locale.ENGLISH), "telegram.reply-here");
        String html = QuestionText.of(origin.account(), field.label(), field.value(), hint);
        ForceReplyKeyboard reply = ForceReplyKeyboard.builder().forceReply(true).selective(true).build();
        Optional<MessageRef> question = outbox.ask(origin.destination(), html, reply);
        question.ifPresent(sent -> questions.put(sent.channel(), sent.id(), asked));
    }

    /**
     * A reply to a question.
     *
     * @param action what is to be done now, if anything
     */
    record Heard(Optional<Inbound.Action> action) {}
}

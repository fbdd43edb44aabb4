package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.command.builtin.FaultWords;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.identity.Languages;
import org.spoolbot.engine.identity.MemberBooks;

/** What a job says to its member, in the member's language. */
final class JobWords {
    private final Translator texts;
    private final MemberBooks members;
    private final ChatRules chats;
    private final ServerSettings settings;
    private final Repairs repairs;

    @Inject
    JobWords(Translator texts, MemberBooks members, ChatRules chats, ServerSettings settings, Repairs repairs) {
        this.repairs = repairs;
        this.texts = texts;
        this.members = members;
        this.chats = chats;
        this.settings = settings;
    }

    String say(Job job, Phrase phrase) {
        return texts.text(language(job), phrase);
    }

    /** The same that the member's card was in, though nobody may have been heard since a restart. */
    Locale language(Job job) {
        Destination destination = job.owner().destination();
        Map<String, String> preferences = members.preferences(job.owner().member());
        return Languages.chosen(preferences)
                .or(() -> Languages.chosen(chats.usual(destination.community())))
                .or(() -> Languages.heard(preferences, destination.platform()))
                .orElse(settings.region().language());
    }

    /** What became of the money; every end says it. */
    Phrase receipt(Job job) {
        if (job.plan().sample()) {
            return Phrase.of("job.receipt.sample");
        }
        String currency = settings.money().currency();
        Receipt receipt = job.receipt();
        return switch (receipt.standing()) {
            case HELD -> Phrase.of("job.receipt.held", receipt.price().toString(), currency);
            case CHARGED -> Phrase.of("job.receipt.charged", receipt.charged().toString(), currency);
            case REFUNDED -> Phrase.of("job.receipt.refunded", receipt.price().toString(), currency);
        };
    }

    /** A failed job: what went wrong, what became of the money, and what to press. */
    Message failure(Job job) {
        ErrorKind kind = job.state().failure().orElse(ErrorKind.INTERNAL);
        List<Blame> blames = job.state().blames();
        String text = say(job, Phrase.of("job.failed", FaultWords.of(kind, blames), receipt(job)));
        Locale language = language(job);
        List<Control> buttons = repairs.buttons(job, phrase -> texts.text(language, phrase));
        return Message.of(text).withControls(buttons).in(toOwner(job, "-f"));
    }

    /** For the job's owner, and recognisable if it should be sent twice. */
    static Message.Envelope toOwner(Job job, String nonceSuffix) {
        return new Message.Envelope(
                Message.Audience.CHANNEL, Optional.of(account(job)), Optional.of(job.id().value() + nonceSuffix), false);
    }

    /** A button that acts on a job. */
    Control button(Job job, String action) {
        return Control.Button.of("v1:" + action + ":" + job.id(), say(job, Phrase.of("job.button." + action)));
    }

    private static Account account(Job job) {
        String[] parts = job.owner().account().split(":", 2);
        return new Account(parts[0], parts.length > 1 ? parts[1] : "");
    }
}

package org.spoolbot.telegram.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;

/** The way to somebody's private chat. A bot may not begin one: until the person did, the group gets a word with a link, and nothing else. */
final class PrivateWay {
    private final Translator texts;
    private final Bot bot;

    PrivateWay(Translator texts, Bot bot) {
        this.texts = texts;
        this.bot = bot;
    }

    /** A private chat has the id of its person (https://core.telegram.org/bots/api#chat). */
    static Destination chatOf(Account account) {
        return new Destination(account.platform(), Optional.empty(), account.id(), Optional.empty(), Optional.empty());
    }

    /** What the group is told instead; it says nothing of the answer. */
    Message invitation(Destination group, Message message) {
        Locale language = bot.languageOf(message.envelope().mention());
        String text = texts.text(language, "telegram.private-first", bot.startLink());
        return Message.of(text).in(new Message.Envelope(
                Message.Audience.ASKER_HERE, message.envelope().mention(), Optional.empty(), false)).withControls(List.of());
    }
}

package org.spoolbot.telegram.outbound;

import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;

/** The way to somebody's private chat. A bot may not begin one: until the person did, the group gets a word with a link, and nothing else. */
final class PrivateWay {
    static final String PLATFORM = "telegram";
    /** GroupAnonymousBot, who stands for all administrators that hide behind their group (https://core.telegram.org/bots/api#message). */
    private static final String FACELESS = "1087968824";

    private final Translator texts;
    private final Bot bot;

    PrivateWay(Translator texts, Bot bot) {
        this.texts = texts;
        this.bot = bot;
    }

    static boolean isOnTelegram(Account account) {
        return account.platform().equals(PLATFORM);
    }

    /** A private chat has the id of its person (https://core.telegram.org/bots/api#chat); who hides behind a group has none. */
    static Optional<Destination> chatOf(Account account) {
        return isOnTelegram(account) && !account.id().equals(FACELESS)
                ? Optional.of(new Destination(PLATFORM, Optional.empty(), account.id(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    /** What the group is told instead; it says nothing of the answer. Empty as long as the bot does not know its own name. */
    Optional<Message> invitation(Destination group, Message message) {
        if (bot.userName().isEmpty()) {
            return Optional.empty();
        }
        return message.envelope().mention().equals(Optional.of(new Account(PLATFORM, FACELESS)))
                ? Optional.of(toTheFaceless(group))
                : Optional.of(toThePerson(group, message.envelope().mention()));
    }

    private Message toThePerson(Destination group, Optional<Account> person) {
        String text = texts.text(bot.languageOf(person), "telegram.private-first", bot.startLink());
        // Without a message to reply to, only a mention tells whom it is for.
        Audience audience = group.replyTo().isPresent() ? Audience.ASKER_HERE : Audience.CHANNEL;
        return Message.of(text).in(new Message.Envelope(audience, person, Optional.empty(), false));
    }

    /** He speaks as the group, so in its language. */
    private Message toTheFaceless(Destination group) {
        Locale language = bot.languageOf(Optional.of(new Account(PLATFORM, group.channel())));
        return Message.of(texts.text(language, "telegram.private-faceless", bot.startLink()));
    }
}

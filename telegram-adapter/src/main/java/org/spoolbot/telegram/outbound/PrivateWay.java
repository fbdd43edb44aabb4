package org.spoolbot.telegram.outbound;

import java.util.List;
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

    private final Translator texts;
    private final Bot bot;

    PrivateWay(Translator texts, Bot bot) {
        this.texts = texts;
        this.bot = bot;
    }

    /** A private chat has the id of its person (https://core.telegram.org/bots/api#chat). */
    static Optional<Destination> chatOf(Account account) {
        return account.platform().equals(PLATFORM)
                ? Optional.of(new Destination(PLATFORM, Optional.empty(), account.id(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    /** What the group is told instead; it says nothing of the answer. Empty as long as the bot does not know its own name. */
    Optional<Message> invitation(Destination group, Message message) {
        if (bot.userName().isEmpty()) {
            return Optional.empty();
        }
        Locale language = bot.languageOf(message.envelope().mention());
        String text = texts.text(language, "telegram.private-first", bot.startLink());
        // Without a message to reply to, only a mention tells whom it is for.
        Audience audience = group.replyTo().isPresent() ? Audience.ASKER_HERE : Audience.CHANNEL;
        return Optional.of(Message.of(text)
                .in(new Message.Envelope(audience, message.envelope().mention(), Optional.empty(), false))
                .withControls(List.of()));
    }
}

package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.telegram.render.Keyboards;
import org.spoolbot.telegram.shelf.RecentlyUsed;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * The way to somebody's private chat. A bot may not begin one: until the person did, the group gets a word with a key that opens it, now and
 * then, and nothing else. Thread-safe.
 */
final class PrivateWay {
    static final String PLATFORM = "telegram";
    /** GroupAnonymousBot, who stands for all administrators that hide behind their group (https://core.telegram.org/bots/api#message). */
    private static final String FACELESS = "1087968824";

    /** Whoever presses key after key does not fill the group. */
    private static final Duration PEACE = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Translator texts;
    private final Bot bot;
    private final InstantSource clock;
    private final Map<Invited, Instant> invited = new RecentlyUsed<>(REMEMBERED);

    PrivateWay(Translator texts, Bot bot, InstantSource clock) {
        this.texts = texts;
        this.bot = bot;
        this.clock = clock;
    }

    /** Somebody who was told in a group. */
    private record Invited(String group, Account person) {}

    /**
     * What a group is told instead of an answer.
     *
     * @param way the key that opens the private chat
     */
    record Invitation(Message words, InlineKeyboardMarkup way) {}

    static boolean isOnTelegram(Account account) {
        return account.platform().equals(PLATFORM);
    }

    /** A private chat has the id of its person (https://core.telegram.org/bots/api#chat); who hides behind a group has none. */
    static Optional<Destination> chatOf(Account account) {
        return isOnTelegram(account) && !account.id().equals(FACELESS)
                ? Optional.of(new Destination(PLATFORM, Optional.empty(), account.id(), Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    /**
     * What the group is told instead; it says nothing of the answer. Empty if the person was told there a short time ago, and as long as the
     * bot does not know its own name.
     */
    Optional<Invitation> invitation(Destination group, Account person) {
        if (bot.userName().isEmpty() || isTold(new Invited(group.channel(), person))) {
            return Optional.empty();
        }
        return Optional.of(person.id().equals(FACELESS) ? toTheFaceless(group) : toThePerson(group, person));
    }

    /** Behind a group may hide somebody else each time. */
    private synchronized boolean isTold(Invited one) {
        if (one.person().id().equals(FACELESS)) {
            return false;
        }
        Instant told = invited.getOrDefault(one, Instant.MIN);
        return clock.instant().minus(PEACE).isBefore(told);
    }

    /** The invitation stands there. */
    synchronized void told(Destination group, Account person) {
        Invited one = new Invited(group.channel(), person);
        invited.remove(one);
        invited.put(one, clock.instant());
    }

    private Invitation toThePerson(Destination group, Account person) {
        Locale language = bot.languageOf(Optional.of(person));
        Message words = Message.of(texts.text(language, "telegram.private-first"));
        // Without a message to reply to, only a mention tells whom it is for.
        Audience audience = group.replyTo().isPresent() ? Audience.ASKER_HERE : Audience.CHANNEL;
        return invitation(language, words.in(new Message.Envelope(audience, Optional.of(person), Optional.empty(), false)));
    }

    /** He speaks as the group, so in its language. */
    private Invitation toTheFaceless(Destination group) {
        Locale language = bot.languageOf(Optional.of(new Account(PLATFORM, group.channel())));
        return invitation(language, Message.of(texts.text(language, "telegram.private-faceless")));
    }

    private Invitation invitation(Locale language, Message words) {
        return new Invitation(words, Keyboards.link(texts.text(language, "telegram.private-open"), bot.startLink()));
    }
}

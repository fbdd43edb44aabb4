package org.spoolbot.telegram.inbound;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.Origin;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Who, where and when, of an update. */
final class Origins {
    static final String PLATFORM = "telegram";

    private final Standings standings;
    private final InstantSource clock;

    Origins(Standings standings, InstantSource clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /**
     * Of a message.
     *
     * @param matters whether it speaks to the bot, so that it matters what its author may do
     */
    Origin of(Message message, boolean matters) {
        Place place = new Place(message.getChat(), thread(message), Optional.empty());
        return origin(message.getFrom(), place, standing(message, matters), Instant.ofEpochSecond(message.getDate()));
    }

    private Standing standing(Message message, boolean matters) {
        if (message.getChat().isUserChat() || !matters) {
            return Standing.MEMBER;
        }
        return Authors.of(message) == Authors.ANONYMOUS_ADMINISTRATOR
                ? Standing.ADMINISTRATOR
                : standings.of(message.getChatId(), message.getFrom().getId());
    }

    /** A press tells no time; it just happened, or waited with Telegram at most a day. */
    Origin of(CallbackQuery press, MaybeInaccessibleMessage under) {
        Optional<Message> message = under instanceof Message whole ? Optional.of(whole) : Optional.empty();
        Optional<String> request = message.flatMap(Quoted::by).map(one -> one.getMessageId().toString());
        Chat chat = under.getChat();
        Standing standing = chat.isUserChat() ? Standing.MEMBER : standings.of(chat.getId(), press.getFrom().getId());
        return origin(press.getFrom(), new Place(chat, message.flatMap(Origins::thread), request), standing, clock.instant());
    }

    private Origin origin(User from, Place place, Standing standing, Instant at) {
        String channel = place.chat().getId().toString();
        Optional<Community> community =
                place.chat().isUserChat() ? Optional.empty() : Optional.of(new Community(PLATFORM, channel));
        return new Origin(
                new Account(PLATFORM, from.getId().toString()),
                name(from),
                language(from),
                new Destination(PLATFORM, community, channel, place.thread(), place.request()),
                standing,
                Set.of(),
                at);
    }

    /** A plain reply has a thread too; only in a topic does the answer belong there (https://core.telegram.org/bots/api#message). */
    private static Optional<String> thread(Message message) {
        return Boolean.TRUE.equals(message.getIsTopicMessage())
                ? Optional.ofNullable(message.getMessageThreadId()).map(String::valueOf)
                : Optional.empty();
    }

    /** What somebody's program says; not every one says it. */
    static Optional<Locale> language(User user) {
        return Optional.ofNullable(user.getLanguageCode())
                .map(Locale::forLanguageTag)
                .filter(language -> !language.getLanguage().isEmpty());
    }

    private static String name(User user) {
        return Stream.of(Optional.ofNullable(user.getFirstName()), Optional.ofNullable(user.getLastName()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private record Place(Chat chat, Optional<String> thread, Optional<String> request) {}
}

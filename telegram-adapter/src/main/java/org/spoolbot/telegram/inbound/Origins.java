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

    Origin of(Message message) {
        Optional<String> thread = thread(message);
        return origin(
                message.getFrom(), message.getChat(), thread, Optional.empty(), Instant.ofEpochSecond(message.getDate()));
    }

    /** A press tells no time; it just happened, or waited with Telegram at most a day. */
    Origin of(CallbackQuery press, MaybeInaccessibleMessage under) {
        Optional<Message> message = under instanceof Message whole ? Optional.of(whole) : Optional.empty();
        Optional<String> request = message.map(Message::getReplyToMessage).map(one -> one.getMessageId().toString());
        return origin(press.getFrom(), under.getChat(), message.flatMap(Origins::thread), request, clock.instant());
    }

    private Origin origin(User from, Chat chat, Optional<String> thread, Optional<String> request, Instant at) {
        boolean alone = chat.isUserChat();
        String channel = chat.getId().toString();
        Optional<Community> community = alone ? Optional.empty() : Optional.of(new Community(PLATFORM, channel));
        return new Origin(
                new Account(PLATFORM, from.getId().toString()),
                name(from),
                Optional.ofNullable(from.getLanguageCode()).filter(code -> !code.isBlank()).map(Locale::forLanguageTag),
                new Destination(PLATFORM, community, channel, thread, request),
                alone ? Standing.MEMBER : standings.of(chat.getId(), from.getId()),
                Set.of(),
                at);
    }

    /** A plain reply has a thread too; only in a topic does the answer belong there (https://core.telegram.org/bots/api#message). */
    private static Optional<String> thread(Message message) {
        return Boolean.TRUE.equals(message.getIsTopicMessage())
                ? Optional.ofNullable(message.getMessageThreadId()).map(String::valueOf)
                : Optional.empty();
    }

    private static String name(User user) {
        return Stream.of(Optional.ofNullable(user.getFirstName()), Optional.ofNullable(user.getLastName()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}

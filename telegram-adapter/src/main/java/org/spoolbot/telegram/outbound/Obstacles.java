package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.Obstacle;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberBanned;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberLeft;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** What keeps a clip from arriving in a group: the bot was removed, or may not write there. Whoever writes in private can be answered there. */
public final class Obstacles {
    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int REMEMBERED = 1_000;

    private final TelegramClient telegram;
    private final Chats chats;
    private final long self;
    private final InstantSource clock;
    private final Map<Long, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    Obstacles(TelegramClient telegram, Chats chats, long self, InstantSource clock) {
        this.telegram = telegram;
        this.chats = chats;
        this.self = self;
        this.clock = clock;
    }

    private record Known(Optional<Obstacle> obstacle, Instant until) {}

    /** What is known to be in the way there. Asks Telegram if it did not just now. */
    public Optional<Obstacle> in(Destination destination) {
        Optional<Long> chat = chats.current(destination.channel());
        if (chat.isEmpty()) {
            return Optional.of(Obstacle.GONE);
        }
        return Flood.isGroup(chat.get()) ? inGroup(chat.get()) : Optional.empty();
    }

    private Optional<Obstacle> inGroup(long chat) {
        Optional<Known> before = remembered(chat);
        if (before.isPresent()) {
            return before.get().obstacle();
        }
        Optional<Obstacle> obstacle = asked(chat);
        remember(chat, obstacle);
        return obstacle;
    }

    private Optional<Obstacle> asked(long chat) {
        try {
            return of(telegram.execute(new GetChatMember(Long.toString(chat), self)));
        } catch (TelegramApiException thrown) {
            return of(chat, Failure.of(thrown));
        }
    }

    /** What cannot be found out now is no reason to refuse an order. */
    private Optional<Obstacle> of(long chat, Failure failure) {
        return switch (failure) {
            case Failure.Moved(long to) -> {
                chats.moved(chat, to);
                yield Optional.empty();
            }
            case Failure.Forbidden _ -> Optional.of(Obstacle.NOT_A_MEMBER);
            case Failure.Gone _ -> Optional.of(Obstacle.GONE);
            case Failure.SlowDown _, Failure.Unchanged _, Failure.NoText _, Failure.NoFile _, Failure.TooLarge _, Failure.NotSent _,
                    Failure.Unknown _ -> Optional.empty();
        };
    }

    private static Optional<Obstacle> of(ChatMember bot) {
        return switch (bot) {
            case ChatMemberLeft _, ChatMemberBanned _ -> Optional.of(Obstacle.NOT_A_MEMBER);
            case ChatMemberRestricted muted when isFalse(muted.getCanSendMessages()) -> Optional.of(Obstacle.MAY_NOT_WRITE);
            case ChatMemberRestricted muted when isFalse(muted.getCanSendVideos()) -> Optional.of(Obstacle.MAY_NOT_ATTACH);
            default -> Optional.empty();
        };
    }

    private static boolean isFalse(@Nullable Boolean right) {
        return Boolean.FALSE.equals(right);
    }

    private synchronized Optional<Known> remembered(long chat) {
        return Optional.ofNullable(known.get(chat)).filter(one -> one.until().isAfter(clock.instant()));
    }

    private synchronized void remember(long chat, Optional<Obstacle> obstacle) {
        known.put(chat, new Known(obstacle, clock.instant().plus(BELIEVED)));
    }
}

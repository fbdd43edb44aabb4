package org.spoolbot.telegram.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.telegram.shelf.RecentlyUsed;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberOwner;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** What Telegram says somebody is in a group. Asked, and believed for a few minutes. Thread-safe; blocks. */
final class Standings {
    static final Duration BELIEVED = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
    private static final int REMEMBERED = 10_000;

    private final TelegramClient telegram;
    private final InstantSource clock;
    private final Map<Seat, Known> known = new RecentlyUsed<>(REMEMBERED);

    Standings(TelegramClient telegram, InstantSource clock) {
        this.telegram = telegram;
        this.clock = clock;
    }

    /** What that user is in that group. Who cannot be asked about is a plain member. */
    Standing of(long chat, long user) {
        Seat seat = new Seat(chat, user);
        Instant now = clock.instant();
        Optional<Known> before = remembered(seat).filter(one -> one.until().isAfter(now));
        if (before.isPresent()) {
            return before.get().standing();
        }
        try {
            Standing standing = standing(telegram.execute(new GetChatMember(Long.toString(chat), user)));
            remember(seat, new Known(standing, now.plus(BELIEVED)));
            return standing;
        } catch (TelegramApiException refused) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the server stops before it is known who somebody is");
            }
            LOG.debug("Telegram does not say what a member is in a group: {}", refused.getClass().getSimpleName());
            return Standing.MEMBER;
        }
    }

    /** Whether that user administers the group, with whatever rights; who cannot be asked about may. Asked anew each time. */
    boolean mayAdminister(long chat, long user) {
        try {
            ChatMember member = telegram.execute(new GetChatMember(Long.toString(chat), user));
            return member instanceof ChatMemberOwner || member instanceof ChatMemberAdministrator;
        } catch (TelegramApiException refused) {
            LOG.debug("Telegram does not say whether a member administers a group: {}", refused.getClass().getSimpleName());
            return true;
        }
    }

    /** Somebody's rights changed, or a group did. */
    synchronized void forget(long chat) {
        known.keySet().removeIf(seat -> seat.chat() == chat);
    }

    private static Standing standing(ChatMember member) {
        return switch (member) {
            case ChatMemberOwner _ -> Standing.ADMINISTRATOR;
            case ChatMemberAdministrator administrator -> ofRights(administrator);
            default -> Standing.MEMBER;
        };
    }

    /** Who may change the group or name administrators runs it; who may only restrict people moderates. */
    private static Standing ofRights(ChatMemberAdministrator administrator) {
        if (Boolean.TRUE.equals(administrator.getCanChangeInfo()) || Boolean.TRUE.equals(administrator.getCanPromoteMembers())) {
            return Standing.ADMINISTRATOR;
        }
        return Boolean.TRUE.equals(administrator.getCanRestrictMembers()) ? Standing.MODERATOR : Standing.MEMBER;
    }

    private synchronized Optional<Known> remembered(Seat seat) {
        return Optional.ofNullable(known.get(seat));
    }

    private synchronized void remember(Seat seat, Known standing) {
        known.put(seat, standing);
    }

    private record Seat(long chat, long user) {}

    private record Known(Standing standing, Instant until) {}
}

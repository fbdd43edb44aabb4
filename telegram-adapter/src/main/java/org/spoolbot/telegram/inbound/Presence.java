package org.spoolbot.telegram.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.outbound.Chats;
import org.spoolbot.telegram.shelf.Shelf;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberBanned;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberLeft;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;

/** Where the bot cannot send, as Telegram told it: nobody is to pay for a clip that cannot arrive. Thread-safe. */
public final class Presence {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(5_000, Duration.ofDays(90));

    private final Shelf shelf;
    private final Chats chats;

    /** On the plugin's own store. */
    public Presence(KeyValueStore store, InstantSource clock, Chats chats) {
        this.shelf = new Shelf(store, "absent/", BOUNDS, clock);
        this.chats = chats;
    }

    /** What the bot is in a chat changed. */
    void changed(ChatMemberUpdated change) {
        String chat = change.getChat().getId().toString();
        Optional<Obstacle> obstacle = obstacle(change.getNewChatMember(), change.getChat().isUserChat());
        obstacle.ifPresentOrElse(found -> shelf.put(chat, found.name()), () -> shelf.remove(chat));
    }

    /** A private chat is banned by the one who blocks the bot. */
    private static Optional<Obstacle> obstacle(ChatMember member, boolean alone) {
        return switch (member) {
            case ChatMemberBanned _, ChatMemberLeft _ -> Optional.of(alone ? Obstacle.MAY_NOT_WRITE : Obstacle.NOT_A_MEMBER);
            case ChatMemberRestricted muted when !Boolean.TRUE.equals(muted.getCanSendMessages()) -> Optional.of(Obstacle.MAY_NOT_WRITE);
            case ChatMemberRestricted muted when !Boolean.TRUE.equals(muted.getCanSendVideos()) -> Optional.of(Obstacle.MAY_NOT_ATTACH);
            default -> Optional.empty();
        };
    }

    /** What is known to keep messages from arriving there. */
    public Optional<Obstacle> obstacle(Destination destination) {
        return chats.current(destination.channel()).map(String::valueOf).flatMap(shelf::get).map(Obstacle::valueOf);
    }

    /** Forgets what is long past. */
    public void tidy() {
        shelf.tidy();
    }
}

package org.spoolbot.telegram.inbound;

import java.util.Optional;
import java.util.Set;
import org.spoolbot.telegram.outbound.Chats;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/**
 * Where the bot answers.
 *
 * @param allowed ids of groups; empty for all
 * @param chats where groups are now: a group on the list stays on it when it gets another id
 */
record Groups(Set<String> allowed, Chats chats) {
    Groups {
        allowed = Set.copyOf(allowed);
    }

    boolean has(Chat chat) {
        return chat.isUserChat()
                || allowed.isEmpty()
                || allowed.contains(chat.getId().toString())
                || allowed.stream().anyMatch(id -> chats.current(id).equals(Optional.of(chat.getId())));
    }
}

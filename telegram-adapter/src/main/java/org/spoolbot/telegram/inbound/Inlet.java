package org.spoolbot.telegram.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.telegram.connection.Arrival;
import org.spoolbot.telegram.connection.Receipt;
import org.spoolbot.telegram.connection.UnreadableUpdateException;
import org.spoolbot.telegram.connection.UpdateHandler;
import org.spoolbot.telegram.outbound.Chats;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Understands updates, one at a time, and hands them to the server. */
public final class Inlet implements UpdateHandler {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Counter counter;
    private final PressDesk presses;
    private final MessageDesk messages;
    private final Chats chats;
    private final Standings standings;
    private final Presence presence;
    private final Logger log;

    Inlet(
            Counter counter,
            PressDesk presses,
            MessageDesk messages,
            Chats chats,
            Standings standings,
            Presence presence,
            Logger log) {
        this.counter = counter;
        this.presses = presses;
        this.messages = messages;
        this.chats = chats;
        this.standings = standings;
        this.presence = presence;
        this.log = log;
    }

    @Override
    public void arrived(Arrival update) {
        if (update.json().contains("\"callback_query\"")) {
            Optional.ofNullable(read(update).getCallbackQuery()).ifPresent(presses::answer);
        }
    }

    /** Per member and chat: what one member sends must not hold up the group. */
    @Override
    public String line(Arrival update) {
        JsonNode known = tree(update);
        JsonNode press = known.path("callback_query");
        JsonNode said = press.isMissingNode() ? known.path("message") : press;
        JsonNode place = press.isMissingNode() ? said : press.path("message");
        return place.path("chat").path("id").asText() + " " + said.path("from").path("id").asText();
    }

    @Override
    public Turn take(Arrival arrival, Receipt done) {
        Update update = read(arrival);
        if (update.getMessage() != null) {
            return message(update.getMessage(), done);
        }
        if (update.getCallbackQuery() != null) {
            return press(update.getCallbackQuery(), done);
        }
        if (update.getMyChatMember() != null) {
            changed(update.getMyChatMember());
        }
        done.run();
        return Turn.GO_ON;
    }

    private Turn message(Message message, Receipt done) {
        if (message.getMigrateToChatId() != null) {
            chats.moved(message.getChatId(), message.getMigrateToChatId());
        }
        if (message.getMigrateFromChatId() != null) {
            chats.moved(message.getMigrateFromChatId(), message.getChatId());
        }
        if (!messages.isAlbumBeforeTaken(message)) {
            return Turn.LATER;
        }
        if (messages.isPartOfAlbum(message)) {
            messages.collect(message, done);
            return Turn.GO_ON;
        }
        return handed(messages.understood(List.of(message)), done);
    }

    private Turn press(CallbackQuery press, Receipt done) {
        return handed(presses.understood(press), done);
    }

    private Turn handed(Optional<? extends Inbound> understood, Runnable done) {
        if (understood.isEmpty()) {
            done.run();
            return Turn.GO_ON;
        }
        return counter.isTaken(understood.get(), done) ? Turn.WAIT : Turn.LATER;
    }

    private void changed(ChatMemberUpdated change) {
        standings.forget(change.getChat().getId());
        presence.changed(change);
        log.info("Telegram: what the bot is in chat {} is now: {}", change.getChat().getId(), change.getNewChatMember().getStatus());
    }

    private static Update read(Arrival update) {
        try {
            return JSON.readValue(update.json(), Update.class);
        } catch (JsonProcessingException fault) {
            throw new UnreadableUpdateException("it is no update: " + fault.getClass().getSimpleName());
        }
    }

    private static JsonNode tree(Arrival update) {
        try {
            return JSON.readTree(update.json());
        } catch (JsonProcessingException fault) {
            throw new UnreadableUpdateException("it is no JSON: " + fault.getClass().getSimpleName());
        }
    }
}

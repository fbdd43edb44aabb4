package org.spoolbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.http.HttpResponse.EventSink;
import org.spoolbot.api.http.HttpResponse.EventSource;

/** One page's events: what it missed or the whole chat, the word that this was all, then what happens. */
final class EventStream implements EventSource {
    private static final long PING_SECONDS = 15;

    private final Room room;
    private final ChatLog log;
    private final String chat;
    private final Optional<String> lastEventId;

    EventStream(Room room, ChatLog log, String chat, Optional<String> lastEventId) {
        this.room = room;
        this.log = log;
        this.chat = chat;
        this.lastEventId = lastEventId;
    }

    @Override
    public void stream(EventSink sink) throws IOException, InterruptedException {
        // Listening begins before the history is read: nothing falls between the two.
        Room.Subscription subscription = room.subscribe(lastEventId);
        try {
            catchUp(sink, subscription);
            follow(sink, subscription.listener());
        } finally {
            room.leave(subscription.listener());
        }
    }

    private void catchUp(EventSink sink, Room.Subscription subscription) throws IOException {
        Optional<List<Room.Event>> missed = subscription.missed();
        if (missed.isPresent()) {
            for (Room.Event event : missed.get()) {
                sink.send(room.idOf(event), event.type(), event.data());
            }
        } else {
            for (JsonNode message : log.messages(chat)) {
                sink.send(room.idOf(subscription.present()), "message", message.toString());
            }
        }
        sink.send(room.idOf(subscription.present()), "ready", "{}");
    }

    private void follow(EventSink sink, Room.Listener listener) throws IOException, InterruptedException {
        while (!listener.isCut()) {
            Room.@Nullable Event event = listener.queue().poll(PING_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                sink.ping();
            } else {
                sink.send(room.idOf(event), event.type(), event.data());
            }
        }
    }
}

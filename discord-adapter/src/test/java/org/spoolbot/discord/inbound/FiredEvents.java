package org.spoolbot.discord.inbound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.plugin.Registration;

/** An event bus that keeps what is fired. */
final class FiredEvents implements EventBus {
    private final List<Event> fired = new CopyOnWriteArrayList<>();

    List<Event> fired() {
        return List.copyOf(fired);
    }

    @Override
    public <E extends Event> E fire(E event) {
        fired.add(event);
        return event;
    }

    @Override
    public Registration register(Object listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> listener) {
        throw new UnsupportedOperationException();
    }
}

package org.spoolbot.engine.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.plugin.Registration;

/** Calls listeners and remembers alerts. */
public final class RecordingBus implements EventBus {
    final List<String> alerts = new CopyOnWriteArrayList<>();
    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public Registration register(Object listener) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> listener) {
        Consumer<Event> entry = event -> {
            if (type.isInstance(event)) {
                listener.accept(type.cast(event));
            }
        };
        listeners.add(entry);
        return () -> listeners.remove(entry);
    }

    @Override
    public <E extends Event> E fire(E event) {
        if (event instanceof AlertEvent alert) {
            alerts.add(alert.topic());
        }
        listeners.forEach(listener -> listener.accept(event));
        return event;
    }
}

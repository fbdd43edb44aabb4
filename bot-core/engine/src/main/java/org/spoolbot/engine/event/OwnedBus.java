package org.spoolbot.engine.event;

import java.util.List;
import java.util.function.Consumer;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe.Priority;
import org.spoolbot.api.plugin.Registration;

/** The bus of one owner. */
final class OwnedBus implements EventBus {
    private final EventHub hub;
    private final String owner;

    OwnedBus(EventHub hub, String owner) {
        this.hub = hub;
        this.owner = owner;
    }

    @Override
    public Registration register(Object listener) {
        ClassLoader loader = listener.getClass().getClassLoader();
        List<Registration> registrations = ListenerMethods.of(listener).stream()
                .map(method -> hub.add(new EventHub.Listener(owner, method.type(), method.priority(), loader, method)))
                .toList();
        return () -> registrations.forEach(Registration::close);
    }

    @Override
    public <E extends Event> Registration subscribe(Class<E> type, Priority priority, Consumer<E> listener) {
        ClassLoader loader = listener.getClass().getClassLoader();
        return hub.add(new EventHub.Listener(owner, type, priority, loader, event -> listener.accept(type.cast(event))));
    }

    @Override
    public <E extends Event> E fire(E event) {
        return hub.fire(event);
    }
}

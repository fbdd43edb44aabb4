package org.spoolbot.engine.event;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe.Priority;
import org.spoolbot.api.plugin.Registration;

/** All listeners of the server. Thread-safe: a fire works on the listeners of its beginning. */
public final class EventHub {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final Comparator<Listener> BY_PRIORITY = Comparator.comparing(Listener::priority);

    private final AtomicReference<List<Listener>> listeners = new AtomicReference<>(List.of());

    /** Without listeners. */
    @Inject
    public EventHub() {}

    /** The bus as its owner sees it; the owner's name stands in the log when a listener fails. */
    public EventBus viewFor(String owner) {
        return new OwnedBus(this, owner);
    }

    Registration add(Listener listener) {
        listeners.updateAndGet(before -> {
            List<Listener> after = new ArrayList<>(before);
            after.add(listener);
            // The sort is stable: equals are called in the order they came.
            after.sort(BY_PRIORITY);
            return List.copyOf(after);
        });
        return () -> listeners.updateAndGet(
                before -> before.stream().filter(other -> other != listener).toList());
    }

    <E extends Event> E fire(E event) {
        for (Listener listener : listeners.get()) {
            if (listener.type().isInstance(event)) {
                call(listener, event);
            }
        }
        return event;
    }

    private static void call(Listener listener, Event event) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(listener.loader());
        try {
            listener.action().accept(event);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError fault) {
            LOG.error("a listener of plugin {} failed at {}", listener.owner(), event.getClass().getSimpleName(), fault);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One listener, and the class loader it finds its resources with. */
    record Listener(
            String owner, Class<? extends Event> type, Priority priority, ClassLoader loader, Consumer<? super Event> action) {}
}

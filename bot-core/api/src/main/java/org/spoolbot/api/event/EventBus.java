package org.spoolbot.api.event;

import org.spoolbot.api.plugin.Registration;
import java.util.function.Consumer;

/**
 * Events of the server. Listeners are called one after another in the firing thread, a virtual one; a listener's fault is logged with
 * its plugin and the others are still called. Thread-safe.
 */
public interface EventBus {
    /**
     * Registers all methods of the object that carry {@link Subscribe}.
     *
     * @throws IllegalArgumentException naming every method that carries it wrongly
     */
    Registration register(Object listener);

    /** Registers one listener without annotations. */
    <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> listener);

    /** Calls all listeners of that event and returns it. */
    <E extends Event> E fire(E event);
}

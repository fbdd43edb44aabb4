package org.spoolbot.engine.provider;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spoolbot.api.plugin.Registration;

/** Passes on that something happened to a task. Thread-safe. */
public final class TaskHints {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Tells all who listen; never fails and never blocks. */
    public void tell(String providerId, String taskId) {
        listeners.forEach(listener -> listener.happened(providerId, taskId));
    }

    /** Listens until the registration is closed. */
    public Registration listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Somebody who waits for tasks. */
    @FunctionalInterface
    public interface Listener {
        /** Something happened to that task; nothing is known of what. */
        void happened(String providerId, String taskId);
    }
}

package org.spoolbot.engine.plugin;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.plugin.Registration;

/** What one plugin registered, to be undone in reverse order. Thread-safe. */
final class PluginScope {
    private static final Logger LOG = LoggerFactory.getLogger(PluginScope.class);

    private final String pluginId;
    private final List<Registration> registrations = new ArrayList<>();
    private boolean closed;

    PluginScope(String pluginId) {
        this.pluginId = pluginId;
    }

    /** Keeps a registration; its plugin may undo it earlier. */
    Registration keep(Registration registration) {
        if (!added(registration)) {
            registration.close();
            throw new IllegalStateException("plugin " + pluginId + " is disabled and registers nothing more");
        }
        return () -> {
            if (removed(registration)) {
                registration.close();
            }
        };
    }

    private synchronized boolean added(Registration registration) {
        return !closed && registrations.add(registration);
    }

    private synchronized boolean removed(Registration registration) {
        return registrations.remove(registration);
    }

    /** Undoes everything; a fault is logged and the rest is still undone. */
    void close() {
        for (Registration registration : taken().reversed()) {
            try {
                registration.close();
            } catch (RuntimeException | LinkageError fault) {
                LOG.error("a registration of plugin {} could not be undone", pluginId, fault);
            }
        }
    }

    private synchronized List<Registration> taken() {
        closed = true;
        List<Registration> all = List.copyOf(registrations);
        registrations.clear();
        return all;
    }
}

package org.spoolbot.engine.plugin;

import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.scheduler.TaskScope;

/** What one plugin registered, to be undone in reverse order. Thread-safe. */
final class PluginScope implements TaskScope {
    private static final Logger LOG = LoggerFactory.getLogger(PluginScope.class);

    private final String pluginId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition taskOver = lock.newCondition();
    private final SequencedSet<Entry> entries = new LinkedHashSet<>();
    private final Set<Registration> tasks = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    PluginScope(String pluginId) {
        this.pluginId = pluginId;
    }

    /** Keeps a registration; its plugin may undo it earlier. */
    Registration keep(Registration registration) {
        return kept(registration, false);
    }

    @Override
    public Registration began(Registration task) {
        return kept(task, true);
    }

    @Override
    public void over(Registration task) {
        lock.lock();
        try {
            entries.remove(new Entry(task));
            tasks.remove(task);
            taskOver.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Registration kept(Registration registration, boolean task) {
        if (!added(registration, task)) {
            registration.close();
            throw new IllegalStateException("plugin " + pluginId + " is disabled and registers nothing more");
        }
        return () -> {
            if (removed(registration)) {
                registration.close();
            }
        };
    }

    private boolean added(Registration registration, boolean task) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            if (task) {
                tasks.add(registration);
            }
            return entries.add(new Entry(registration));
        } finally {
            lock.unlock();
        }
    }

    private boolean removed(Registration registration) {
        lock.lock();
        try {
            return entries.remove(new Entry(registration));
        } finally {
            lock.unlock();
        }
    }

    /** Undoes everything; a fault is logged and the rest is still undone. */
    void close() {
        for (Entry entry : taken().reversed()) {
            try {
                entry.registration().close();
            } catch (RuntimeException | LinkageError fault) {
                LOG.error("a registration of plugin {} could not be undone", pluginId, fault);
            }
        }
    }

    private List<Entry> taken() {
        lock.lock();
        try {
            closed = true;
            List<Entry> all = List.copyOf(entries);
            entries.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no task runs any more, at most that long; says whether none does. */
    boolean quiet(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!tasks.isEmpty() && left > 0) {
                left = taskOver.awaitNanos(left);
            }
            return tasks.isEmpty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** One registration, equal to itself alone whatever its class says. */
    private record Entry(Registration registration) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.registration == registration;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(registration);
        }
    }
}

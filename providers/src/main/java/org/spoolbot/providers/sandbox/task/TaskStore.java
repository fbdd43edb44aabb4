package org.spoolbot.providers.sandbox.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks of the last seven days, the newest last, bounded: when it is full the oldest finished task makes room. */
public final class TaskStore {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration KEPT_CANCELLED = Duration.ofHours(24);
    private static final int LOOKED_AT = 64;

    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final int capacity;

    /**
     * A store.
     *
     * @param capacity the most tasks it holds
     */
    public TaskStore(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds a task.
     *
     * @param task the task
     * @param now the moment
     * @return whether there was room for it
     */
    public synchronized boolean add(Task task, Instant now) {
        if (tasks.size() >= capacity && !dropOldestFinished(now)) {
            return false;
        }
        tasks.put(task.id(), task);
        return true;
    }

    private boolean dropOldestFinished(Instant now) {
        Iterator<Task> oldest = tasks.values().iterator();
        for (int looked = 0; looked < LOOKED_AT && oldest.hasNext(); looked++) {
            if (oldest.next().stateAt(now).status().isFinal()) {
                oldest.remove();
                return true;
            }
        }
        return false;
    }

    /**
     * Looks for a task.
     *
     * @param id its id
     * @param now the moment
     * @return the task, if it is there and not too old
     */
    public synchronized Optional<Task> find(String id, Instant now) {
        return Optional.ofNullable(tasks.get(id)).filter(task -> isKept(task, now));
    }

    /**
     * Forgets a task.
     *
     * @param id its id
     */
    public synchronized void remove(String id) {
        tasks.remove(id);
    }

    /**
     * All tasks.
     *
     * @param now the moment
     * @return the tasks that are not too old, the newest first
     */
    public synchronized List<Task> newestFirst(Instant now) {
        return tasks.values().stream().filter(task -> isKept(task, now)).toList().reversed();
    }

    private static boolean isKept(Task task, Instant now) {
        Duration kept = task.isCancelled() ? KEPT_CANCELLED : KEPT;
        return now.isBefore(task.timeline().created().plus(kept));
    }
}

package org.spoolbot.engine.command;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks of one lane one after another and lanes beside each other, and takes no more than it can hold. */
final class Lanes<K> {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ExecutorService executor;
    private final int maxWaiting;
    private final int maxPerLane;
    private final Map<K, Queue<Runnable>> lanes = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private int waiting;

    Lanes(ExecutorService executor, int maxWaiting, int maxPerLane) {
        this.executor = executor;
        this.maxWaiting = maxWaiting;
        this.maxPerLane = maxPerLane;
    }

    /** Takes a task; false if there is no room. */
    boolean submit(K key, Runnable task) {
        lock.lock();
        try {
            Queue<Runnable> lane = lanes.get(key);
            if (waiting >= maxWaiting || (lane != null && lane.size() >= maxPerLane)) {
                return false;
            }
            return lane == null ? open(key, task) : join(lane, task);
        } finally {
            lock.unlock();
        }
    }

    private boolean join(Queue<Runnable> lane, Runnable task) {
        waiting++;
        return lane.add(task);
    }

    private boolean open(K key, Runnable task) {
        Queue<Runnable> lane = new ArrayDeque<>();
        lane.add(task);
        lanes.put(key, lane);
        waiting++;
        try {
            executor.execute(() -> drain(key, lane));
            return true;
        } catch (RejectedExecutionException stopping) {
            lanes.remove(key);
            waiting--;
            return false;
        }
    }

    private void drain(K key, Queue<Runnable> lane) {
        boolean more = true;
        while (more) {
            more = runNext(key, lane);
        }
    }

    private boolean runNext(K key, Queue<Runnable> lane) {
        Runnable task = next(key, lane);
        if (task == null) {
            return false;
        }
        try {
            task.run();
        } catch (RuntimeException | Error fault) {
            LOG.error("a task failed without an answer; its lane goes on", fault);
        }
        return true;
    }

    private @Nullable Runnable next(K key, Queue<Runnable> lane) {
        lock.lock();
        try {
            Runnable task = lane.poll();
            if (task == null) {
                lanes.remove(key);
                return null;
            }
            waiting--;
            return task;
        } finally {
            lock.unlock();
        }
    }
}

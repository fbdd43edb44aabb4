package org.spoolbot.e2e;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The gate's barriers: who comes to a closed one waits until it opens, or is turned away. */
final class Barriers {
    private final Set<Gate.Stage> closed = EnumSet.noneOf(Gate.Stage.class);
    private final Map<Gate.Stage, Integer> waiting = new EnumMap<>(Gate.Stage.class);
    private int generation;

    synchronized void close(Gate.Stage stage) {
        closed.add(stage);
    }

    synchronized void open(Gate.Stage stage) {
        closed.remove(stage);
        notifyAll();
    }

    synchronized void openAll() {
        closed.clear();
        notifyAll();
    }

    /** Everyone who waits is turned away without an answer, and all barriers open: the caller is gone. */
    synchronized void turnAway() {
        generation++;
        closed.clear();
        notifyAll();
    }

    /** Waits at a closed barrier; false if turned away there. */
    synchronized boolean pass(Gate.Stage stage) throws InterruptedException {
        int arrived = generation;
        waiting.merge(stage, 1, Integer::sum);
        notifyAll();
        try {
            while (closed.contains(stage) && generation == arrived) {
                wait();
            }
        } finally {
            waiting.merge(stage, -1, Integer::sum);
        }
        return generation == arrived;
    }

    /** Until somebody waits there. */
    synchronized void awaitWaiting(Gate.Stage stage, int count, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (waiting.getOrDefault(stage, 0) < count) {
            if (System.nanoTime() >= deadline) {
                throw new AssertionError("nobody came to " + stage);
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, deadline - System.nanoTime()));
        }
    }
}

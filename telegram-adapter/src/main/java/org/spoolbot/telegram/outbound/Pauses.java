package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;

/** Waits by the server's own clock, and no longer than it runs. */
final class Pauses implements Waits, AutoCloseable {
    private final TaskScheduler tasks;
    private final Set<CountDownLatch> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Pauses(TaskScheduler tasks) {
        this.tasks = tasks;
    }

    @Override
    public boolean until(Duration pause) throws InterruptedException {
        if (closed || pause.isZero()) {
            return !closed;
        }
        CountDownLatch over = new CountDownLatch(1);
        waiting.add(over);
        Registration alarm = tasks.after(pause, over::countDown);
        try {
            if (!closed) {
                over.await();
            }
            return !closed;
        } finally {
            waiting.remove(over);
            alarm.close();
        }
    }

    /** From now on nobody waits. */
    @Override
    public void close() {
        closed = true;
        waiting.forEach(CountDownLatch::countDown);
    }
}

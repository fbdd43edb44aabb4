package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.spoolbot.api.scheduler.TaskScheduler;

/** Growing pauses of one thread between tries. */
final class Pause {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final TaskScheduler tasks;
    private Duration next = Duration.ofMillis(50);

    Pause(TaskScheduler tasks) {
        this.tasks = tasks;
    }

    /** Waits; false if the thread, or the plugin, was told to end. */
    boolean wasTaken() {
        CountDownLatch over = new CountDownLatch(1);
        try {
            tasks.after(next, over::countDown);
            next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
            over.await();
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException ended) {
            return false;
        }
    }
}

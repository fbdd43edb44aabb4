package org.spoolbot.telegram.fake;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One lock for everything that this server knows. Whoever waits is woken after every change, so nobody sleeps and looks again. */
final class Scene {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    <T> T in(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    void change(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    /** Whether it came true in time; false at once when the server closes. */
    boolean await(Duration patience, BooleanSupplier condition) {
        lock.lock();
        try {
            // Who waits in the middle of a change has changed something already.
            changed.signalAll();
            long left = patience.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return in(() -> closed);
    }

    void close() {
        change(() -> closed = true);
    }
}

package org.spoolbot.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.spoolbot.testkit.SettableClock;

/** Waiting that ends when a test moves the clock. Thread-safe. */
public final class ManualWaiting implements Waiting {
    private final SettableClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int waiters;

    public ManualWaiting(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public void until(Instant due) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiters++;
            changed.signalAll();
            while (clock.instant().isBefore(due)) {
                changed.await();
            }
        } finally {
            waiters--;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Moves the clock and wakes everybody. */
    public void advance(Duration step) {
        lock.lock();
        try {
            clock.advance(step);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns once that many wait. */
    public void awaitWaiters(int count) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiters != count) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}

package org.spoolbot.engine.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one waiter. A ring before the wait is not lost; many rings before it count once. Thread-safe. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rang = lock.newCondition();
    private boolean rung;

    /** Wakes the waiter, or the next one. */
    public void ring() {
        lock.lock();
        try {
            rung = true;
            rang.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a ring for as long as it takes. */
    public void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!rung) {
                rang.await();
            }
            rung = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a ring, at most that long; says whether it rang. */
    public boolean await(Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!rung && left > 0) {
                left = rang.awaitNanos(left);
            }
            boolean heard = rung;
            rung = false;
            return heard;
        } finally {
            lock.unlock();
        }
    }
}

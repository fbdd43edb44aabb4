package org.spoolbot.discord.fake;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets tests wait for a condition instead of sleeping: whoever changes what is looked at announces it. */
final class Changes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void announce() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The condition is looked at under this object's lock, so it must not wait for anything itself. */
    void await(String what, BooleanSupplier condition) {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain for " + what);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what, interrupted);
        } finally {
            lock.unlock();
        }
    }
}

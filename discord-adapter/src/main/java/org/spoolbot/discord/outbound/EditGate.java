package org.spoolbot.discord.outbound;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * How many edits that only show progress may be on their way at once. JDA's queue has no bound and takes requests as they come; this keeps
 * it short, so that results find it nearly empty. Whoever does not get in has nothing to lose: the next edit says more.
 */
final class EditGate {
    private static final int MOST = 24;
    private static final int MOST_PER_CHANNEL = 2;

    private final Semaphore all = new Semaphore(MOST);
    private final ConcurrentMap<String, Integer> channels = new ConcurrentHashMap<>();

    /** Says whether there is room; who got in leaves again. */
    boolean enter(String channel) {
        if (!all.tryAcquire()) {
            return false;
        }
        if (channels.merge(channel, 1, Integer::sum) > MOST_PER_CHANNEL) {
            leave(channel);
            return false;
        }
        return true;
    }

    void leave(String channel) {
        channels.computeIfPresent(channel, (_, inside) -> inside > 1 ? inside - 1 : null);
        all.release();
    }
}

package org.spoolbot.discord.connection;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The threads of one connection. They are ours and not JDA's, because a login that fails half-way would leave JDA's own behind at every
 * attempt.
 */
final class DiscordThreads implements AutoCloseable {
    private final ScheduledThreadPoolExecutor rateLimits = scheduler("discord-rate-limits");
    private final ScheduledThreadPoolExecutor gateway = scheduler("discord-gateway");
    private final ExecutorService work =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-", 0).factory());

    /** Wakes what waits for a rate limit. */
    ScheduledExecutorService rateLimits() {
        return rateLimits;
    }

    /** Heartbeats. */
    ScheduledExecutorService gateway() {
        return gateway;
    }

    /** Events, requests and their answers: a virtual thread each. */
    ExecutorService work() {
        return work;
    }

    @Override
    public void close() {
        rateLimits.shutdownNow();
        gateway.shutdownNow();
        work.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor scheduler(String name) {
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(2, Thread.ofPlatform().daemon().name(name, 0).factory());
        // Each interaction plans a time-out and cancels it; the queue would hold all of the last ten seconds.
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }
}

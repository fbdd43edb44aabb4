package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.time.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches inputs that are worked on, and logs once where one stands that takes over ten seconds. */
final class Watchdog implements Startable {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int FRAMES = 40;
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final InstantSource clock;
    private final Waiting waiting;
    private final ExecutorService executor;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Future<?> rounds;

    @Inject
    Watchdog(InstantSource clock, Waiting waiting, ExecutorService executor) {
        this.clock = clock;
        this.waiting = waiting;
        this.executor = executor;
    }

    /** Watches the calling thread until the watch is closed. */
    Watch watch(String work) {
        Watch watch = new Watch(work, Thread.currentThread(), clock.instant());
        watches.add(watch);
        return watch;
    }

    /** Logs those that take too long and were not logged; says how many. */
    int inspect(Instant now) {
        int found = 0;
        for (Watch watch : watches) {
            if (watch.since.plus(PATIENCE).isBefore(now) && !watch.told) {
                watch.told = true;
                found++;
                LOG.warn("{} takes over {} s; it stands at\n{}", watch.work, PATIENCE.toSeconds(), stack(watch.thread));
            }
        }
        return found;
    }

    @Override
    public void start() {
        rounds = executor.submit(this::rounds);
    }

    @Override
    public void stop() {
        Future<?> running = rounds;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void rounds() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                waiting.until(clock.instant().plus(ROUND));
                inspect(clock.instant());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "    at " + frame)
                .collect(Collectors.joining("\n"));
    }

    /** One input that is worked on. */
    final class Watch implements AutoCloseable {
        private final String work;
        private final Thread thread;
        private final Instant since;
        private volatile boolean told;

        private Watch(String work, Thread thread, Instant since) {
            this.work = work;
            this.thread = thread;
            this.since = since;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }
}

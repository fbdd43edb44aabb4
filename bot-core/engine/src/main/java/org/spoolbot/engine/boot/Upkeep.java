package org.spoolbot.engine.boot;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.scheduler.VirtualTasks;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.time.Waiting;

/** What must be done again and again: the sign of life, and letting go of rows that outlived their time. */
final class Upkeep implements Startable {
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration TIDYING = Duration.ofHours(1);

    private final Storage storage;
    private final VirtualTasks tasks;
    private final List<Registration> running = new CopyOnWriteArrayList<>();

    @Inject
    Upkeep(Storage storage, ExecutorService executor, InstantSource clock, Waiting waiting) {
        this.storage = storage;
        this.tasks = new VirtualTasks("core", executor, clock, waiting);
    }

    @Override
    public void start() {
        running.add(tasks.every(HEARTBEAT, storage::beat));
        running.add(tasks.every(TIDYING, this::tidy));
    }

    private void tidy() {
        while (storage.tidy() > 0 && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void stop() {
        running.forEach(Registration::close);
    }
}

package org.spoolbot.engine.boot;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.scheduler.TaskScope;
import org.spoolbot.engine.scheduler.VirtualTasks;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.time.Waiting;

/** What must be done again and again: the sign of life, and letting go of rows that outlived their time. */
final class Upkeep implements Startable, TaskScope {
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration LOOKING_AFTER_BACKUPS = Duration.ofMinutes(10);

    private final Storage storage;
    private final Backups backups;
    private final EventBus events;
    private final VirtualTasks tasks;
    private final Set<Registration> running = ConcurrentHashMap.newKeySet();

    @Inject
    Upkeep(Storage storage, Backups backups, EventBus events, ExecutorService executor, InstantSource clock, Waiting waiting) {
        this.storage = storage;
        this.backups = backups;
        this.events = events;
        this.tasks = new VirtualTasks("core", this, executor, clock, waiting);
    }

    @Override
    public void start() {
        tellOfHeldJobs();
        tasks.every(HEARTBEAT, storage::beat);
        tasks.every(TIDYING, this::tidy);
        tasks.every(LOOKING_AFTER_BACKUPS, backups::keep);
    }

    @Override
    public Registration began(Registration task) {
        running.add(task);
        return task;
    }

    @Override
    public void over(Registration task) {
        running.remove(task);
    }

    private void tellOfHeldJobs() {
        int held = storage.held();
        if (held > 0) {
            events.fire(new AlertEvent("held", Phrase.of("boot.alert.held", held)));
        }
    }

    private void tidy() {
        int removed;
        do {
            removed = storage.tidy();
        } while (removed > 0 && !Thread.currentThread().isInterrupted());
    }

    @Override
    public void stop() {
        running.forEach(Registration::close);
    }
}

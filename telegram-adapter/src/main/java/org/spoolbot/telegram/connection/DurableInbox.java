package org.spoolbot.telegram.connection;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Keeps every update durably before Telegram is told that it came, and forgets it when it was worked on: a crash at any instant loses
 * none. Updates of one line are worked on one after another, lines beside each other.
 */
public final class DurableInbox {
    /** More than that wait for Telegram, which keeps them for a day. */
    static final int MOST_WAITING = 10_000;

    private final InboxShelf shelf;
    private final UpdateHandler handler;
    private final TaskScheduler tasks;
    private final Link link;
    private final Logger log;
    private final Map<String, Queue<Arrival>> lines = new HashMap<>();
    private final Set<Integer> waiting = new HashSet<>();
    private boolean open = true;

    /** Works with a handler; reads nothing yet. */
    public DurableInbox(KeyValueStore store, UpdateHandler handler, TaskScheduler tasks, Link link, Logger log) {
        this.shelf = new InboxShelf(store);
        this.handler = handler;
        this.tasks = tasks;
        this.link = link;
        this.log = log;
    }

    /** Works on what was kept before the start. */
    public synchronized void resume() {
        List<Arrival> kept = shelf.load();
        if (!kept.isEmpty()) {
            log.info("Telegram updates from before the start that are worked on now: {}", kept.size());
        }
        kept.forEach(this::queue);
    }

    /**
     * Keeps updates; those that came before are left out. They are durable when it returns.
     *
     * @return whether all are kept; if not, Telegram must not be told that they came
     */
    public synchronized boolean store(List<Arrival> updates) {
        try {
            for (Arrival update : updates) {
                if (!open || waiting.size() >= MOST_WAITING) {
                    link.cannotStore("too many updates wait to be worked on");
                    return false;
                }
                if (waiting.contains(update.id()) || shelf.isDone(update.id())) {
                    continue;
                }
                shelf.keep(update);
                queue(update);
            }
            link.stores();
            return true;
        } catch (RuntimeException fault) {
            link.cannotStore("updates cannot be stored: the database is busy or full");
            log.warn("Telegram updates cannot be stored; they are asked for again", fault);
            return false;
        }
    }

    /** Takes and works on nothing any more. What is kept is worked on after the next start. */
    public synchronized void close() {
        open = false;
        lines.clear();
    }

    private void queue(Arrival update) {
        waiting.add(update.id());
        tasks.start(() -> guarded(update, () -> handler.arrived(update)));
        String name = line(update);
        Queue<Arrival> line = lines.get(name);
        if (line != null) {
            line.add(update);
            return;
        }
        Queue<Arrival> opened = new ArrayDeque<>(List.of(update));
        lines.put(name, opened);
        tasks.start(() -> work(name, opened));
    }

    private String line(Arrival update) {
        try {
            return handler.line(update);
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private void work(String name, Queue<Arrival> line) {
        try {
            for (Arrival next = next(name, line); next != null; next = next(name, line)) {
                turn(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Arrival next(String name, Queue<Arrival> line) {
        Arrival update = open ? line.poll() : null;
        if (update == null) {
            lines.remove(name, line);
        }
        return update;
    }

    private void turn(Arrival update) throws InterruptedException {
        CountDownLatch worked = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        Runnable done = () -> {
            if (once.compareAndSet(false, true)) {
                finish(update);
                worked.countDown();
            }
        };
        UpdateHandler.Turn turn = offered(update, done);
        Pause pause = new Pause(tasks);
        while (turn == UpdateHandler.Turn.LATER && pause.wasTaken()) {
            turn = offered(update, done);
        }
        if (turn == UpdateHandler.Turn.WAIT) {
            worked.await();
        }
    }

    private UpdateHandler.Turn offered(Arrival update, Runnable done) {
        try {
            return handler.take(update, done);
        } catch (RuntimeException unreadable) {
            long count = link.passedOver();
            log.warn("Telegram update {} cannot be read and is passed over ({} so far)", update.id(), count, unreadable);
            done.run();
            return UpdateHandler.Turn.GO_ON;
        }
    }

    private synchronized void finish(Arrival update) {
        guarded(update, () -> shelf.markDone(update.id()));
        waiting.remove(update.id());
    }

    private void guarded(Arrival update, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            log.warn("Telegram update {}: a step failed; the update stays and is worked on after the next start", update.id(), fault);
        }
    }
}

package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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

    /** A value of the store has at most 1 MiB, a character at most four bytes. No update of Telegram comes near. */
    private static final int MOST_CHARACTERS = 250_000;

    private static final int MOST_TRIES = 6;
    private static final Duration MARK_AGAIN = Duration.ofSeconds(5);

    private final InboxShelf shelf;
    private final UpdateHandler handler;
    private final TaskScheduler tasks;
    private final Link link;
    private final Logger log;
    private final Map<String, Line> lines = new HashMap<>();
    private final Set<Integer> waiting = new HashSet<>();
    private boolean open = true;

    /** Works with a handler on the updates of one bot; reads nothing yet. */
    public DurableInbox(KeyValueStore store, String bot, UpdateHandler handler, TaskScheduler tasks, Link link, Logger log) {
        this.shelf = new InboxShelf(store, bot);
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
     * Keeps updates; those that came before are left out. They are durable when it returns. Never throws.
     *
     * @return whether all are kept; if not, Telegram must not be told that they came
     */
    public synchronized boolean store(List<Arrival> updates) {
        try {
            List<Arrival> fresh = updates.stream().filter(this::isNew).distinct().map(DurableInbox::readable).toList();
            List<Arrival> taken = fresh.subList(0, open ? Math.min(fresh.size(), MOST_WAITING - waiting.size()) : 0);
            if (!taken.isEmpty()) {
                shelf.keep(taken);
                taken.forEach(this::queue);
            }
            if (taken.size() < fresh.size()) {
                return cannot("too many updates wait to be worked on", null);
            }
            link.stores();
            return true;
        } catch (RuntimeException fault) {
            return cannot("updates cannot be stored: the database is busy or full", fault);
        }
    }

    private boolean isNew(Arrival update) {
        return !waiting.contains(update.id()) && !shelf.isDone(update.id());
    }

    private boolean cannot(String why, @Nullable RuntimeException fault) {
        if (link.cannotStore(why)) {
            log.warn("Telegram: {}. They stay with Telegram, which keeps them for a day, and are asked for again.", why, fault);
        }
        return false;
    }

    private static Arrival readable(Arrival update) {
        return update.json().length() <= MOST_CHARACTERS ? update : new Arrival(update.id(), "");
    }

    /** Takes and works on nothing any more. What is kept is worked on after the next start. */
    public synchronized void close() {
        open = false;
        List<Line> all = List.copyOf(lines.values());
        lines.clear();
        all.forEach(Line::stop);
    }

    private void queue(Arrival update) {
        waiting.add(update.id());
        tasks.start(() -> guarded(update, () -> handler.arrived(update)));
        String name = line(update);
        Line line = lines.get(name);
        if (line != null) {
            line.add(update);
            return;
        }
        Line opened = new Line(update);
        lines.put(name, opened);
        opened.worker(tasks.start(() -> work(name, opened)));
    }

    private String line(Arrival update) {
        try {
            return handler.line(update);
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private void work(String name, Line line) {
        try {
            for (Arrival next = next(name, line); next != null; next = next(name, line)) {
                turn(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Arrival next(String name, Line line) {
        Arrival update = open ? line.next() : null;
        if (update == null) {
            lines.remove(name, line);
        }
        return update;
    }

    private void turn(Arrival update) throws InterruptedException {
        CountDownLatch worked = new CountDownLatch(1);
        Receipt receipt = new Receipt(this, update, worked::countDown);
        Pause pause = new Pause(tasks);
        int faults = 0;
        while (isOpen()) {
            try {
                UpdateHandler.Turn turn = handler.take(update, receipt);
                if (turn == UpdateHandler.Turn.WAIT) {
                    worked.await();
                }
                if (turn != UpdateHandler.Turn.LATER) {
                    return;
                }
            } catch (RuntimeException fault) {
                faults++;
                if (isHopeless(fault, faults)) {
                    passOver(update, fault);
                    return;
                }
            }
            if (!pause.wasTaken()) {
                throw new InterruptedException();
            }
        }
    }

    private boolean isHopeless(RuntimeException fault, int faults) {
        return isOpen() && (fault instanceof UnreadableUpdateException || faults >= MOST_TRIES);
    }

    /** It must not hold up its line for ever. */
    private void passOver(Arrival update, RuntimeException fault) {
        long count = link.passedOver();
        log.warn("Telegram update {} cannot be worked on and is passed over ({} so far)", update.id(), count, fault);
        finish(List.of(update.id()));
    }

    private synchronized boolean isOpen() {
        return open;
    }

    /** What cannot be marked now stays known, so that it is not worked on twice, and is marked later. */
    synchronized void finish(List<Integer> updates) {
        try {
            shelf.markDone(updates);
            updates.forEach(waiting::remove);
        } catch (RuntimeException fault) {
            log.warn("Telegram: updates that were worked on cannot be marked now: {}", fault.getClass().getSimpleName());
            if (open) {
                tasks.after(MARK_AGAIN, () -> finish(updates));
            }
        }
    }

    private void guarded(Arrival update, Runnable step) {
        try {
            step.run();
        } catch (UnreadableUpdateException unreadable) {
            log.debug("Telegram update {} cannot be read", update.id());
        } catch (RuntimeException fault) {
            log.warn("Telegram update {}: what was due at once failed", update.id(), fault);
        }
    }
}

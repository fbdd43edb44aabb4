package org.spoolbot.telegram.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Puts the messages of an album together: Telegram sends each alone, and tells neither how many there are nor when they end. Each stays
 * in the inbox until the whole is worked on, so that a restart finds all of them again. Thread-safe.
 */
final class Albums {
    /** Parts come within moments of each other. */
    static final Duration QUIET = Duration.ofMillis(1_500);
    /** https://core.telegram.org/bots/api#sendmediagroup */
    private static final int MOST_PARTS = 10;

    private final TaskScheduler tasks;
    private final Consumer<Album> whole;
    private final Map<String, Open> open = new HashMap<>();

    Albums(TaskScheduler tasks, Consumer<Album> whole) {
        this.tasks = tasks;
        this.whole = whole;
    }

    /** A part came; the album is given on when no other has come for a while. */
    void add(Message part, Runnable done) {
        String key = part.getChatId() + " " + part.getMediaGroupId();
        Open full = null;
        synchronized (this) {
            Open album = open.computeIfAbsent(key, _ -> new Open());
            album.parts.add(part);
            album.dones.add(done);
            album.stopWaiting();
            if (album.parts.size() >= MOST_PARTS) {
                full = open.remove(key);
            } else {
                album.waiting = tasks.after(QUIET, () -> quiet(key));
            }
        }
        if (full != null) {
            whole.accept(full.closed());
        }
    }

    /** The server had no room for it: the same after another quiet while. */
    void again(Album album) {
        tasks.after(QUIET, () -> whole.accept(album));
    }

    private void quiet(String key) {
        Open album;
        synchronized (this) {
            album = open.remove(key);
        }
        if (album != null) {
            whole.accept(album.closed());
        }
    }

    /**
     * A whole album.
     *
     * @param parts in the order they were sent
     * @param done to be run when it was worked on
     */
    record Album(List<Message> parts, Runnable done) {}

    private static final class Open {
        private final List<Message> parts = new ArrayList<>();
        private final List<Runnable> dones = new ArrayList<>();
        private @org.jspecify.annotations.Nullable Registration waiting;

        void stopWaiting() {
            if (waiting != null) {
                waiting.close();
            }
        }

        Album closed() {
            List<Message> sorted = parts.stream()
                    .sorted(java.util.Comparator.comparing(Message::getMessageId))
                    .toList();
            List<Runnable> all = List.copyOf(dones);
            return new Album(sorted, () -> all.forEach(Runnable::run));
        }
    }
}

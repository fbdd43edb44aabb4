package org.spoolbot.telegram.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.telegram.connection.Receipt;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Puts the messages of an album together: Telegram sends each alone, and tells neither how many there are nor when they end. Each stays
 * in the inbox until the whole is worked on, so that a restart finds all of them again. Thread-safe.
 */
final class Albums {
    /** Parts come within moments of each other. */
    static final Duration QUIET = Duration.ofMillis(1_500);

    private final TaskScheduler tasks;
    private final Consumer<Album> whole;
    private final Map<String, Open> open = new HashMap<>();

    Albums(TaskScheduler tasks, Consumer<Album> whole) {
        this.tasks = tasks;
        this.whole = whole;
    }

    /** A part came; the album is given on when no other has come for a while. */
    void add(Message part, Receipt done) {
        keep(key(part), List.of(new Part(part, done)));
    }

    /** The server had no room for it: the same after another quiet while. */
    void again(Album album) {
        keep(key(album.parts().getFirst().message()), album.parts());
    }

    private synchronized void keep(String key, List<Part> parts) {
        Open album = open.computeIfAbsent(key, _ -> new Open());
        album.parts.addAll(parts);
        album.stopWaiting();
        album.waiting = tasks.after(QUIET, () -> take(key).ifPresent(whole));
    }

    /** What the author of this message sent before it and is not given on yet: nothing more of that comes. */
    Optional<Album> before(Message next) {
        return earlier(next).flatMap(this::take);
    }

    private synchronized Optional<String> earlier(Message next) {
        String author = author(next) + " ";
        String own = key(next);
        return open.keySet().stream().filter(key -> key.startsWith(author) && !key.equals(own)).findFirst();
    }

    private synchronized Optional<Album> take(String key) {
        Optional<Open> album = Optional.ofNullable(open.remove(key));
        album.ifPresent(Open::stopWaiting);
        return album.map(Open::closed);
    }

    private static String key(Message part) {
        return author(part) + " " + part.getMediaGroupId();
    }

    private static String author(Message message) {
        return message.getChatId() + " " + (message.getFrom() == null ? "" : message.getFrom().getId());
    }

    /** A message of an album. */
    record Part(Message message, Receipt done) {}

    /**
     * A whole album.
     *
     * @param parts in the order they were sent
     */
    record Album(List<Part> parts) {
        List<Message> messages() {
            return parts.stream().map(Part::message).toList();
        }

        /** To be run when it was worked on. */
        Runnable done() {
            return Receipt.all(parts.stream().map(Part::done).toList());
        }
    }

    private static final class Open {
        private final List<Part> parts = new ArrayList<>();
        private @Nullable Registration waiting;

        void stopWaiting() {
            if (waiting != null) {
                waiting.close();
            }
        }

        Album closed() {
            return new Album(parts.stream()
                    .sorted(Comparator.comparing(part -> part.message().getMessageId()))
                    .toList());
        }
    }
}

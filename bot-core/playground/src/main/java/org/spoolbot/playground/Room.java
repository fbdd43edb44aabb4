package org.spoolbot.playground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The live side of one chat: what happened lately, and the pages that listen. Thread-safe. */
final class Room {
    private static final int KEEP_EVENTS = 1000;
    private static final int MAX_LISTENERS = 20;
    private static final int LISTENER_QUEUE = 2000;

    private final String epoch;
    private final Deque<Event> recent = new ArrayDeque<>();
    private final List<Listener> listeners = new ArrayList<>();
    private long counter;

    /** The epoch tells this start of the server from others. */
    Room(String epoch) {
        this.epoch = epoch;
    }

    synchronized void publish(String type, String data) {
        Event event = new Event(++counter, type, data);
        recent.addLast(event);
        if (recent.size() > KEEP_EVENTS) {
            recent.removeFirst();
        }
        // A page that does not read fast enough is cut off and comes back with its last id.
        listeners.removeIf(listener -> !listener.offer(event));
    }

    /** Listens from after the given event id; what was missed comes first, or nothing can be told and all must be shown anew. */
    synchronized Subscription subscribe(Optional<String> lastEventId) {
        if (listeners.size() >= MAX_LISTENERS) {
            listeners.removeFirst().cut();
        }
        Listener listener = new Listener();
        listeners.add(listener);
        return new Subscription(listener, lastEventId.flatMap(this::since), new Event(counter, "", ""));
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    private Optional<List<Event>> since(String lastEventId) {
        if (!lastEventId.startsWith(epoch + "-") || !lastEventId.substring(epoch.length() + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long last = Long.parseLong(lastEventId.substring(epoch.length() + 1));
        boolean gap = last > counter || !recent.isEmpty() && recent.getFirst().number() > last + 1;
        return gap ? Optional.empty() : Optional.of(recent.stream().filter(event -> event.number() > last).toList());
    }

    String idOf(Event event) {
        return epoch + "-" + event.number();
    }

    /** Something that happened. */
    record Event(long number, String type, String data) {}

    /**
     * A page's place.
     *
     * @param listener what comes from now on
     * @param missed what happened since the page's last event; empty if all must be shown anew
     * @param present the event that came last
     */
    record Subscription(Listener listener, Optional<List<Event>> missed, Event present) {}

    /** One page. */
    static final class Listener {
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(LISTENER_QUEUE);
        private volatile boolean cut;

        private boolean offer(Event event) {
            if (!queue.offer(event)) {
                cut = true;
            }
            return !cut;
        }

        private void cut() {
            cut = true;
        }

        boolean isCut() {
            return cut;
        }

        BlockingQueue<Event> queue() {
            return queue;
        }
    }
}

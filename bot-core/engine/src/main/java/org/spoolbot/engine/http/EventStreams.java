package org.spoolbot.engine.http;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.spoolbot.api.http.HttpResponse.EventSink;
import org.spoolbot.api.http.HttpResponse.EventSource;

/** The event streams that are open; ends them all when the server stops. Thread-safe. */
final class EventStreams {
    private final Set<Thread> writers = new HashSet<>();
    private boolean ending;

    /** Lets the source write on this thread until it is done or the server stops. */
    void run(EventSource source, EventSink sink) throws IOException {
        Thread writer = Thread.currentThread();
        if (!enter(writer)) {
            return;
        }
        try {
            source.stream(sink);
        } catch (InterruptedException ended) {
            // The interrupt was ours: it ends the stream and nothing else.
        } finally {
            leave(writer);
        }
    }

    private synchronized boolean enter(Thread writer) {
        return !ending && writers.add(writer);
    }

    /** After this nobody interrupts the thread for us, and an interrupt that came late is not left to the next request. */
    private synchronized void leave(Thread writer) {
        writers.remove(writer);
        Thread.interrupted();
    }

    synchronized void endAll() {
        ending = true;
        writers.forEach(Thread::interrupt);
    }
}

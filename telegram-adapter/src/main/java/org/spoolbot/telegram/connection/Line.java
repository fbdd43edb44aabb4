package org.spoolbot.telegram.connection;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.plugin.Registration;

/** Updates that wait for each other. Guarded by its inbox. */
final class Line {
    private final Queue<Arrival> updates;
    private @Nullable Registration worker;

    Line(Arrival first) {
        updates = new ArrayDeque<>(List.of(first));
    }

    void add(Arrival update) {
        updates.add(update);
    }

    @Nullable Arrival next() {
        return updates.poll();
    }

    void worker(Registration registration) {
        worker = registration;
    }

    /** Ends who works on it, also where they wait. */
    void stop() {
        updates.clear();
        if (worker != null) {
            worker.close();
        }
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.spoolbot.api.provider.TaskState;

/** Keeps what polls say beside their verdict: how far a clip is, where it is, how late we asked. */
final class PollJournal {
    private final LiveNotes notes;
    private final JobMetrics metrics;

    @Inject
    PollJournal(LiveNotes notes, JobMetrics metrics) {
        this.notes = notes;
        this.metrics = metrics;
    }

    void asking(String provider, int tasks, Duration late) {
        metrics.polled(provider, tasks, late.isNegative() ? Duration.ZERO : late);
    }

    void answered(PollTicket ticket, TaskState state, Instant now) {
        if (state instanceof TaskState.Ready(var clip)) {
            notes.ready(ticket.job(), clip, now);
        }
        if (state instanceof TaskState.Running(OptionalDouble fraction) && fraction.isPresent()) {
            notes.fraction(ticket.job(), fraction.getAsDouble());
        }
    }
}

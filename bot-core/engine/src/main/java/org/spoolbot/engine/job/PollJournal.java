package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spoolbot.api.provider.TaskState;

/** Keeps what polls say beside their verdict: how far a clip is, where it is, how late we asked; and tells what was learned from others. */
final class PollJournal {
    private final Eta eta;
    private final LiveNotes notes;
    private final JobMetrics metrics;

    @Inject
    PollJournal(Eta eta, LiveNotes notes, JobMetrics metrics) {
        this.eta = eta;
        this.notes = notes;
        this.metrics = metrics;
    }

    /** How long such clips take by what is known now, counted from the paid call. */
    Optional<Eta.Range> expected(PollTicket ticket) {
        return eta.expected(ticket.job());
    }

    void asking(String provider, int tasks, Duration late) {
        metrics.polled(provider, tasks, late.isNegative() ? Duration.ZERO : late);
    }

    void answered(PollTicket ticket, TaskState state, Instant now) {
        if (state instanceof TaskState.Ready(var clip)) {
            notes.ready(ticket.job().id(), clip, now);
        }
        if (state instanceof TaskState.Running(OptionalDouble fraction) && fraction.isPresent()) {
            notes.fraction(ticket.job().id(), fraction.getAsDouble());
        }
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.provider.GeneratedClip;

/**
 * What is known of living jobs and may be forgotten: a restart loses it and asks the gateway again. Signed addresses are kept nowhere
 * else. At most one note per living job.
 */
final class LiveNotes {
    private final Map<JobId, Note> notes = new ConcurrentHashMap<>();

    @Inject
    LiveNotes() {}

    Note of(JobId id) {
        return notes.getOrDefault(id, Note.EMPTY);
    }

    void estimate(JobId id, Optional<Duration> estimate) {
        change(id, note -> new Note(estimate, note.fraction(), note.clip(), note.readyAt()));
    }

    /** A gateway that reports less than before has changed its mind, not the clip: no member sees progress go back. */
    void fraction(JobId id, double fraction) {
        change(id, note -> new Note(
                note.estimate(), Optional.of(Math.max(fraction, note.fraction().orElse(0.0))), note.clip(), note.readyAt()));
    }

    void ready(JobId id, GeneratedClip clip, Instant now) {
        change(id, note -> new Note(note.estimate(), note.fraction(), Optional.of(clip), note.readyAt().or(() -> Optional.of(now))));
    }

    /** An address that did not work is asked for anew. */
    void dropClip(JobId id) {
        change(id, note -> new Note(note.estimate(), note.fraction(), Optional.empty(), note.readyAt()));
    }

    void forget(JobId id) {
        notes.remove(id);
    }

    private void change(JobId id, UnaryOperator<Note> change) {
        notes.compute(id, (key, note) -> change.apply(note == null ? Note.EMPTY : note));
    }

    /**
     * A note.
     *
     * @param estimate how long the gateway says it takes
     * @param fraction how far the gateway says it is
     * @param clip where the clip is
     * @param readyAt when it was first known to be ready
     */
    record Note(Optional<Duration> estimate, Optional<Double> fraction, Optional<GeneratedClip> clip, Optional<Instant> readyAt) {
        static final Note EMPTY = new Note(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

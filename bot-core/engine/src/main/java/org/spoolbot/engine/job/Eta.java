package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.video.VideoRequest;

/** How long clips take here, from our own history. Keeps what it read for a moment, for the most recent kinds of clip. */
final class Eta {
    static final int FEWEST_SAMPLES = 5;
    private static final Duration FRESH = Duration.ofSeconds(30);
    /** The first clips of a kind teach the most, so that nothing is known is not believed for long. */
    private static final Duration FRESH_WITHOUT_SAMPLES = Duration.ofSeconds(2);
    private static final int MOST_KINDS = 200;
    /** Gateways promise too much and too little; only what was measured here may keep a clip waiting for longer. */
    private static final Duration LONGEST_PROMISE = Duration.ofSeconds(75);

    private final JobBooks books;
    private final InstantSource clock;
    private final LiveNotes notes;
    private final Map<Kind, Read> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, Read> eldest) {
            return size() > MOST_KINDS;
        }
    };

    @Inject
    Eta(JobBooks books, InstantSource clock, LiveNotes notes) {
        this.books = books;
        this.clock = clock;
        this.notes = notes;
    }

    /** How long such clips take; empty with fewer than 5 samples. */
    Optional<Quote.Span> span(Job.Plan plan, VideoRequest request) {
        Kind kind = new Kind(
                plan.provider(), plan.model(), request.format().seconds(), request.format().resolution().label());
        Instant now = clock.instant();
        synchronized (recent) {
            Read read = recent.get(kind);
            if (read != null && read.isFresh(now)) {
                return read.span();
            }
        }
        Optional<Quote.Span> span = span(books.durations(kind.provider(), kind.model(), kind.seconds(), kind.resolution()));
        synchronized (recent) {
            recent.put(kind, new Read(now, span));
        }
        return span;
    }

    /** When the job's clip is expected, counted from its submission: by our history, else by what the gateway said. */
    Optional<Duration> expected(Job job) {
        return span(job.plan(), job.request()).map(Quote.Span::typical).or(() -> notes.of(job.id())
                .estimate()
                .map(told -> told.compareTo(LONGEST_PROMISE) > 0 ? LONGEST_PROMISE : told));
    }

    static Optional<Quote.Span> span(List<Duration> samples) {
        if (samples.size() < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        List<Duration> sorted = samples.stream().sorted().toList();
        return Optional.of(new Quote.Span(percentile(sorted, 50), percentile(sorted, 90)));
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(1, rank) - 1);
    }

    private record Kind(String provider, String model, int seconds, String resolution) {}

    private record Read(Instant at, Optional<Quote.Span> span) {
        boolean isFresh(Instant now) {
            return at.plus(span.isPresent() ? FRESH : FRESH_WITHOUT_SAMPLES).isAfter(now);
        }
    }
}

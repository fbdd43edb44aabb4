package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.memory.RecentlyUsed;

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
    private final Map<Kind, Read> recent = new RecentlyUsed<>(MOST_KINDS);

    @Inject
    Eta(JobBooks books, InstantSource clock, LiveNotes notes) {
        this.books = books;
        this.clock = clock;
        this.notes = notes;
    }

    /**
     * How long clips of a kind take.
     *
     * @param fast one of ten is made faster
     * @param typical half of them are
     * @param slow nine of ten are
     */
    record Range(Duration fast, Duration typical, Duration slow) {
        /** What a gateway says of one clip, which is seldom right. */
        static Range around(Duration told) {
            return new Range(told.dividedBy(2), told, told.multipliedBy(2));
        }
    }

    /** How long such clips take; empty with fewer than 5 samples. */
    Optional<Quote.Span> span(Job.Plan plan, VideoRequest request) {
        return range(plan, request).map(range -> new Quote.Span(range.typical(), range.slow()));
    }

    private Optional<Range> range(Job.Plan plan, VideoRequest request) {
        Kind kind = new Kind(
                plan.provider(), plan.model(), request.format().seconds(), request.format().resolution().label());
        Instant now = clock.instant();
        synchronized (recent) {
            Read read = recent.get(kind);
            if (read != null && read.isFresh(now)) {
                return read.range();
            }
        }
        Optional<Range> range = range(books.durations(kind.provider(), kind.model(), kind.seconds(), kind.resolution()));
        synchronized (recent) {
            recent.put(kind, new Read(now, range));
        }
        return range;
    }

    /** When the job's clip is expected, counted from its submission: by our history, else by what the gateway said. */
    Optional<Range> expected(Job job) {
        return range(job.plan(), job.request()).or(() -> notes.of(job.id())
                .estimate()
                .map(told -> Range.around(told.compareTo(LONGEST_PROMISE) > 0 ? LONGEST_PROMISE : told)));
    }

    static Optional<Range> range(List<Duration> samples) {
        if (samples.size() < FEWEST_SAMPLES) {
            return Optional.empty();
        }
        List<Duration> sorted = samples.stream().sorted().toList();
        return Optional.of(new Range(percentile(sorted, 10), percentile(sorted, 50), percentile(sorted, 90)));
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(1, rank) - 1);
    }

    private record Kind(String provider, String model, int seconds, String resolution) {}

    private record Read(Instant at, Optional<Range> range) {
        boolean isFresh(Instant now) {
            return at.plus(range.isPresent() ? FRESH : FRESH_WITHOUT_SAMPLES).isAfter(now);
        }
    }
}

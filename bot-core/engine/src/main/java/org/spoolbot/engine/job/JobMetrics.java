package org.spoolbot.engine.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.spoolbot.api.job.JobStatus;

/** What the operator's graphs show of jobs. No name, prompt or id is a label. */
final class JobMetrics {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final JobBooks books;
    private final LiveNotes notes;
    private final InstantSource clock;
    private Map<JobStatus, Long> counts = Map.of();
    private Instant countedAt = Instant.MIN;

    @Inject
    JobMetrics(MeterRegistry registry, JobBooks books, LiveNotes notes, InstantSource clock) {
        this.registry = registry;
        this.books = books;
        this.notes = notes;
        this.clock = clock;
        for (JobStatus status : JobStatus.values()) {
            Gauge.builder("spoolbot.jobs", () -> count(status))
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .description("Jobs by status")
                    .register(registry);
        }
    }

    /** A question to a gateway. */
    void polled(String provider, int tasks, Duration late) {
        registry.counter("spoolbot.polls", "provider", provider).increment();
        registry.counter("spoolbot.polls.tasks", "provider", provider).increment(tasks);
        Timer.builder("spoolbot.polls.lateness").tag("provider", provider).register(registry).record(late);
    }

    /** A clip stands in the chat. Not measured for clips that a restart interrupted. */
    void delivered(Job job) {
        notes.of(job.id())
                .readyAt()
                .ifPresent(ready -> Timer.builder("spoolbot.jobs.ready.to.delivered")
                        .tag("provider", job.plan().provider())
                        .register(registry)
                        .record(Duration.between(ready, clock.instant())));
    }

    /** Read once for all statuses of one scrape. */
    private synchronized double count(JobStatus status) {
        Instant now = clock.instant();
        if (!now.isBefore(countedAt.equals(Instant.MIN) ? Instant.MIN : countedAt.plus(FRESH))) {
            counts = books.counts();
            countedAt = now;
        }
        return counts.getOrDefault(status, 0L);
    }
}

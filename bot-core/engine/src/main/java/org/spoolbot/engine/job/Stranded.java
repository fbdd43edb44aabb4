package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.Standing;

/** Looks for jobs that wait for a gateway which will not take them soon, and brings them elsewhere: some at a time, all in turn. */
final class Stranded {
    /** A plugin that is reloaded is back sooner. */
    private static final Duration UNPLUGGED_FOR_LONG = Duration.ofMinutes(2);
    /** Who is tried again sooner is waited for. */
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int PAGE = 500;

    private final ProviderDirectory providers;
    private final HealthBook health;
    private final JobBooks books;
    private final Detours detours;
    private final InstantSource clock;
    private final Map<String, Instant> missingSince = new HashMap<>();
    private Instant nextLook = Instant.MIN;
    private Optional<Job> lookedAt = Optional.empty();

    @Inject
    Stranded(ProviderDirectory providers, HealthBook health, JobBooks books, Detours detours, InstantSource clock) {
        this.providers = providers;
        this.health = health;
        this.books = books;
        this.detours = detours;
        this.clock = clock;
    }

    /** Brings on their way what can go elsewhere. Called by one thread. */
    void look() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        Map<String, ErrorKind> closed = closed(books.waitedFor(), now);
        if (closed.isEmpty()) {
            lookedAt = Optional.empty();
            return;
        }
        List<Job> page = books.inStatus(Set.of(JobStatus.QUEUED), lookedAt, PAGE);
        lookedAt = page.size() < PAGE ? Optional.empty() : Optional.of(page.getLast());
        for (Job job : page) {
            Optional<ErrorKind> kind = Optional.ofNullable(closed.get(job.plan().provider()));
            if (kind.isPresent()) {
                detours.around(job, kind.get(), "it waited there");
            }
        }
    }

    private Map<String, ErrorKind> closed(Set<String> waitedFor, Instant now) {
        missingSince.keySet().retainAll(waitedFor);
        Map<String, ErrorKind> closed = new HashMap<>();
        for (String id : waitedFor) {
            Optional<VideoProvider> provider = providers.find(id);
            Optional<ErrorKind> kind = provider.isEmpty() ? missing(id, now) : unwilling(id, now);
            kind.ifPresent(found -> closed.put(id, found));
        }
        return closed;
    }

    private Optional<ErrorKind> missing(String id, Instant now) {
        Instant since = missingSince.computeIfAbsent(id, _ -> now);
        return since.plus(UNPLUGGED_FOR_LONG).isAfter(now) ? Optional.empty() : Optional.of(ErrorKind.NO_ROUTE);
    }

    private Optional<ErrorKind> unwilling(String id, Instant now) {
        missingSince.remove(id);
        Standing standing = health.standing(id);
        boolean soon = standing.until().filter(until -> until.isBefore(now.plus(SOON))).isPresent();
        return switch (standing.state()) {
            case HEALTHY, TRIAL -> Optional.empty();
            case OFF -> Optional.of(ErrorKind.NO_ROUTE);
            case FULL, RESTING -> soon ? Optional.empty() : Optional.of(standing.kind().orElse(ErrorKind.UPSTREAM));
        };
    }
}

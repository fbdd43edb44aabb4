package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Waiting;

/**
 * Paid calls whose answer was lost. Where the gateway lists its tasks the one that came of the call is looked for, and taken only if it can
 * be no other's; else nobody knows, and the job ends so. The call itself is never repeated.
 */
final class LostOrders {
    private static final Logger LOG = LoggerFactory.getLogger(LostOrders.class);
    /** A list may lag behind, and a neighbour's answer may be on its way. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(9));
    /** From the claim to the end of the call: files are fitted and sent meanwhile. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);
    private static final int MOST_NEIGHBOURS = 500;

    private final ProviderDirectory providers;
    private final JobBooks books;
    private final JobWriter writer;
    private final OperatorBell operator;
    private final Waiting waiting;
    private final InstantSource clock;

    @Inject
    LostOrders(
            ProviderDirectory providers,
            JobBooks books,
            JobWriter writer,
            OperatorBell operator,
            Waiting waiting,
            InstantSource clock) {
        this.providers = providers;
        this.books = books;
        this.writer = writer;
        this.operator = operator;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Moves a job out of the paid step whose outcome nobody told. */
    Job settle(Job lost) throws InterruptedException {
        Optional<String> task = look(lost);
        if (task.isPresent()) {
            LOG.warn("Job {}: {} took it after all", lost.id(), lost.plan().provider());
            return writer.apply(lost, new JobSignal.Accepted(task.get()));
        }
        Job ambiguous = writer.apply(lost, new JobSignal.Ambiguous());
        if (ambiguous.status() == JobStatus.FAILED) {
            operator.unclear(ambiguous);
        }
        return ambiguous;
    }

    private Optional<String> look(Job lost) throws InterruptedException {
        for (Duration pause : PAUSES) {
            Optional<Set<String>> candidates = candidates(lost);
            if (candidates.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> task = theOne(lost, candidates.get(), neighbours(lost), MOST_NEIGHBOURS);
            if (task.isPresent()) {
                return task;
            }
            waiting.until(clock.instant().plus(pause));
        }
        return candidates(lost).flatMap(last -> theOne(lost, last, neighbours(lost), MOST_NEIGHBOURS));
    }

    /** What the gateway shows; empty if it shows nothing at all, nothing found if it could not be asked just now. */
    private Optional<Set<String>> candidates(Job lost) {
        Optional<VideoProvider> provider = providers.find(lost.plan().provider());
        Optional<Model> model = provider.flatMap(found -> found.models().stream()
                .filter(candidate -> candidate.id().equals(lost.plan().model()))
                .findFirst());
        if (provider.isEmpty() || model.isEmpty() || lost.work().submittedAt().isEmpty()) {
            return Optional.empty();
        }
        Instant from = lost.work().submittedAt().get();
        try {
            return provider.get().trace(model.get(), lost.request(), from, from.plus(LONGEST_CALL));
        } catch (ProviderException failure) {
            LOG.info("Provider {} could not be asked for a lost order: {}", provider.get().id(), failure.getMessage());
            return Optional.of(Set.of());
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Provider {} broke while it looked for a lost order", provider.get().id(), broken);
            return Optional.empty();
        }
    }

    private List<Job> neighbours(Job lost) {
        Instant from = lost.work().submittedAt().orElseThrow();
        return books.submitted(
                lost.plan().provider(), from.minus(LONGEST_CALL), from.plus(LONGEST_CALL), MOST_NEIGHBOURS);
    }

    /** The one task that no other job has and that no other job may have; empty if there is any doubt. Pure. */
    static Optional<String> theOne(Job lost, Set<String> candidates, List<Job> neighbours, int mostNeighbours) {
        boolean rivals = neighbours.stream()
                .anyMatch(job -> !job.id().equals(lost.id()) && mayHaveLostAnOrder(job));
        if (rivals || neighbours.size() >= mostNeighbours) {
            return Optional.empty();
        }
        Set<String> left = new HashSet<>(candidates);
        neighbours.forEach(job -> job.work().taskId().ifPresent(left::remove));
        return left.size() == 1 ? left.stream().findFirst() : Optional.empty();
    }

    private static boolean mayHaveLostAnOrder(Job job) {
        return job.work().taskId().isEmpty()
                && switch (job.status()) {
                    case SUBMITTING -> true;
                    case FAILED -> job.state().failure().equals(Optional.of(ErrorKind.SUBMIT_AMBIGUOUS));
                    case QUEUED, RUNNING, FETCHING, DELIVERING, SUCCEEDED, CANCELLED -> false;
                };
    }
}

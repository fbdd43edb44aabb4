package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.ProviderDirectory;

/** The paid step. The row says SUBMITTING before it begins; the gateway is called once; another one only if this one surely took nothing. */
final class Submission {
    static final int MOST_ATTEMPTS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration UNPLUGGED_PAUSE = Duration.ofSeconds(30);
    private static final Duration WORTH_WAITING = Duration.ofSeconds(3);

    private final Gateways gateways;
    private final OrderSheet sheet;
    private final JobWriter writer;
    private final LiveNotes notes;
    private final LostOrders lost;
    private final OperatorBell operator;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    @Inject
    Submission(
            Gateways gateways,
            OrderSheet sheet,
            JobLife.Memory memory,
            LostOrders lost,
            OperatorBell operator,
            InstantSource clock,
            RandomGenerator random) {
        this.gateways = gateways;
        this.sheet = sheet;
        this.writer = memory.writer();
        this.notes = memory.notes();
        this.lost = lost;
        this.operator = operator;
        this.clock = clock;
        this.random = random;
    }

    Job submit(Job job) throws InterruptedException {
        try {
            return submitIfOpen(job);
        } finally {
            gateways.health().ordered(job.plan().provider());
        }
    }

    private Job submitIfOpen(Job job) throws InterruptedException {
        if (!gate.readLock().tryLock()) {
            return backToQueue(job, ErrorKind.RATE_LIMIT, Duration.ZERO);
        }
        Job submitted;
        try {
            submitted = submitOnce(job);
        } finally {
            gate.readLock().unlock();
        }
        return submitted.status() == JobStatus.SUBMITTING ? lost.settle(submitted) : submitted;
    }

    /** Moves on a job that was found in the paid step: the call may have been made, so it is never made again. */
    Job neverAgain(Job found) throws InterruptedException {
        LOG.error("Job {}: its life was cut off in the paid call to {}", found.id(), found.plan().provider());
        return lost.settle(found);
    }

    /** Lets no further paid call begin and waits for those that began; says whether all have ended. */
    boolean close(Duration atMost) throws InterruptedException {
        return gate.writeLock().tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The job after the paid call, still in the paid step if nobody knows its outcome. */
    private Job submitOnce(Job job) throws InterruptedException {
        Optional<VideoProvider> provider = gateways.providers().find(job.plan().provider());
        if (provider.isEmpty()) {
            return backToQueue(job, ErrorKind.NO_ROUTE, UNPLUGGED_PAUSE);
        }
        GenerationOrder order;
        try {
            order = sheet.fill(job, provider.get());
        } catch (OrderSheet.ImpossibleException impossible) {
            return unfilled(job, impossible.asRefusal());
        } catch (IOException | RuntimeException broken) {
            LOG.error("Job {}: its files could not be prepared", job.id(), broken);
            return ended(job, new SubmitOutcome.Refused(ErrorKind.STORAGE, "files could not be prepared", Optional.empty()));
        }
        return switch (pay(provider.get(), order)) {
            case SubmitOutcome.Accepted accepted -> accepted(job, accepted);
            case SubmitOutcome.Refused refused -> refused(job, refused);
            case SubmitOutcome.Unknown(String detail) -> {
                LOG.error("Job {}: the outcome of the paid call to {} is unknown: {}", job.id(), job.plan().provider(), detail);
                yield job;
            }
        };
    }

    private static SubmitOutcome pay(VideoProvider provider, GenerationOrder order) {
        try {
            return provider.submit(order);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Provider {} broke in a paid call", provider.id(), broken);
            return new SubmitOutcome.Unknown("the provider broke: " + broken.getClass().getSimpleName());
        }
    }

    private Job accepted(Job job, SubmitOutcome.Accepted accepted) throws InterruptedException {
        notes.estimate(job.id(), accepted.estimate());
        return writer.apply(job, new JobSignal.Accepted(accepted.taskId()));
    }

    /** Nobody was asked: a file that is gone is gone everywhere, but a model may be offered elsewhere. */
    private Job unfilled(Job job, SubmitOutcome.Refused refused) throws InterruptedException {
        return refused.kind() == ErrorKind.NO_ROUTE ? refused(job, refused) : ended(job, refused);
    }

    private Job refused(Job job, SubmitOutcome.Refused refused) throws InterruptedException {
        LOG.warn("Job {} refused by {}: {} {}", job.id(), job.plan().provider(), refused.kind(), refused.detail());
        if (Detours.mayGoElsewhere(refused.kind()) && !isSoonOver(refused)) {
            Optional<Job> elsewhere = gateways.detours().around(job, refused.kind(), refused.detail());
            if (elsewhere.isPresent()) {
                operator.providerFault(job, refused.kind());
                return elsewhere.get();
            }
        }
        return ended(job, refused);
    }

    /** Whether waiting here takes no longer than trying elsewhere. */
    private static boolean isSoonOver(SubmitOutcome.Refused refused) {
        return refused.kind() == ErrorKind.RATE_LIMIT
                && refused.retryAfter().filter(wait -> wait.compareTo(WORTH_WAITING) <= 0).isPresent();
    }

    /** No other gateway makes it: what passes is tried here again, anything else ends the job. */
    private Job ended(Job job, SubmitOutcome.Refused refused) throws InterruptedException {
        boolean passes = refused.kind().category() == ErrorKind.Category.PASSING;
        if (passes && job.state().attempt() < MOST_ATTEMPTS) {
            Duration pause = Backoff.after(job.state().attempt(), FIRST_PAUSE, LONGEST_PAUSE);
            Duration wanted = refused.retryAfter().orElse(Duration.ZERO);
            return backToQueue(job, refused.kind(), wanted.compareTo(pause) > 0 ? wanted : pause);
        }
        operator.providerFault(job, refused.kind());
        return writer.apply(job, new JobSignal.Failed(refused.kind(), refused.blames()));
    }

    /** Spread a little, so that jobs turned away together do not come back together. */
    private Job backToQueue(Job job, ErrorKind kind, Duration pause) throws InterruptedException {
        long spread = pause.isZero() ? 0 : random.nextLong(pause.toMillis() / 4 + 1);
        Instant notBefore = clock.instant().plus(pause).plusMillis(spread);
        return writer.apply(job, new JobSignal.TurnedAway(kind, notBefore));
    }

    /** The gateways, how they do, and the ways around them. */
    record Gateways(ProviderDirectory providers, HealthBook health, Detours detours) {
        @Inject
        Gateways {}
    }
}

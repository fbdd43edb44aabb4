package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;

/** The jobs that wait for one gateway, asked about when due: together where the gateway lists tasks, else side by side within a bound. */
final class PollLine {
    private static final Logger LOG = LoggerFactory.getLogger(PollLine.class);
    private static final int QUESTIONS_AT_ONCE = 64;
    private static final Duration UNPLUGGED_PAUSE = Duration.ofSeconds(15);

    private final PollQueue queue = new PollQueue();
    private final Bell bell = new Bell();
    private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE);
    private final Supplier<Optional<VideoProvider>> gateway;
    private final PollPlan plan;
    private final PollJournal journal;
    private final ExecutorService executor;
    private final Alarm alarm;
    private final InstantSource clock;
    private volatile @Nullable Future<?> worker;
    private volatile boolean open = true;

    PollLine(
            Supplier<Optional<VideoProvider>> gateway,
            PollPlan plan,
            PollJournal journal,
            ExecutorService executor,
            Alarm alarm,
            InstantSource clock) {
        this.gateway = gateway;
        this.plan = plan;
        this.journal = journal;
        this.executor = executor;
        this.alarm = alarm;
        this.clock = clock;
    }

    void workedBy(Future<?> future) {
        worker = future;
    }

    void add(PollTicket ticket) {
        if (queue.add(ticket)) {
            bell.ring();
        }
    }

    void hurry(PollTicket ticket) {
        if (queue.hurry(ticket, clock.instant())) {
            bell.ring();
        }
    }

    void stop() {
        open = false;
        bell.ring();
        Future<?> asking = worker;
        if (asking != null) {
            asking.cancel(true);
        }
    }

    /** Asks until it is stopped. */
    void work() {
        try {
            while (open) {
                askDue();
                alarm.until(queue.nextDue().orElse(Instant.MAX), bell);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void askDue() throws InterruptedException {
        int together = gateway.get().map(VideoProvider::batchLimit).orElse(1);
        List<PollTicket> batch = queue.takeDue(clock.instant(), Math.max(1, together));
        while (!batch.isEmpty()) {
            List<PollTicket> asked = batch;
            questions.acquire();
            executor.execute(() -> {
                try {
                    ask(asked);
                } finally {
                    questions.release();
                }
            });
            batch = queue.takeDue(clock.instant(), Math.max(1, together));
        }
    }

    private void ask(List<PollTicket> batch) {
        Optional<VideoProvider> provider = gateway.get();
        if (provider.isEmpty()) {
            batch.forEach(ticket -> again(ticket, UNPLUGGED_PAUSE));
            return;
        }
        Instant due = batch.getFirst().due();
        journal.asking(provider.get().id(), batch.size(), Duration.between(due, clock.instant()));
        Map<String, TaskState> states;
        try {
            Set<String> tasks = batch.stream().map(PollTicket::taskId).collect(Collectors.toUnmodifiableSet());
            states = Map.copyOf(provider.get().poll(tasks));
        } catch (ProviderException failure) {
            LOG.info("Provider {} could not be asked: {} {}", provider.get().id(), failure.kind(), failure.getMessage());
            batch.forEach(ticket -> unanswered(ticket, failure.retryAfter()));
            return;
        } catch (RuntimeException | LinkageError broken) { // a plugin that is unloaded while it works lacks classes
            LOG.error("Provider {} broke in a poll", provider.get().id(), broken);
            batch.forEach(ticket -> unanswered(ticket, Optional.empty()));
            return;
        }
        batch.forEach(ticket -> answered(ticket, states.getOrDefault(ticket.taskId(), new TaskState.Missing())));
    }

    private void answered(PollTicket ticket, TaskState state) {
        Instant now = clock.instant();
        Duration elapsed = Duration.between(ticket.submittedAt(), now);
        journal.answered(ticket, state, now);
        plan.verdict(state, elapsed, ticket.countAnswer(state))
                .ifPresentOrElse(ticket::end, () -> again(ticket, plan.step(elapsed, ticket.sample())));
    }

    private void unanswered(PollTicket ticket, Optional<Duration> wanted) {
        Duration elapsed = Duration.between(ticket.submittedAt(), clock.instant());
        plan.tooLate(elapsed)
                .ifPresentOrElse(
                        ticket::end, () -> again(ticket, plan.pauseAfterFailure(ticket.countFailure(), wanted)));
    }

    private void again(PollTicket ticket, Duration pause) {
        ticket.dueAt(clock.instant().plus(pause));
        add(ticket);
    }
}

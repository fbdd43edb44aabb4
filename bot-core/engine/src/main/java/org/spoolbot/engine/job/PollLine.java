package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;

/**
 * The jobs that wait for one gateway, asked about when due and no faster than the gateway allows: together where it lists tasks, else side by
 * side within a bound.
 */
final class PollLine {
    private static final Logger LOG = LoggerFactory.getLogger(PollLine.class);
    private static final int QUESTIONS_AT_ONCE = 64;
    /** Where lists are scarce, what is due within this time goes along with what is due. */
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration UNPLUGGED_PAUSE = Duration.ofSeconds(15);

    private final PollQueue queue = new PollQueue();
    private final Bell bell = new Bell();
    private final Semaphore questions = new Semaphore(QUESTIONS_AT_ONCE);
    private final Pace singles = new Pace();
    private final Pace lists = new Pace();
    private final Supplier<Optional<VideoProvider>> gateway;
    private final PollPlan plan;
    private final PollJournal journal;
    private final Executor executor;
    private final Alarm alarm;
    private final InstantSource clock;
    private volatile @Nullable Future<?> worker;
    private volatile boolean open = true;

    PollLine(
            Supplier<Optional<VideoProvider>> gateway,
            PollPlan plan,
            PollJournal journal,
            Executor executor,
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
                alarm.until(askDue(), bell);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks about all that is due and may be asked now; says when to look again. */
    Instant askDue() throws InterruptedException {
        Rhythm rhythm = rhythm();
        while (open) {
            Instant now = clock.instant();
            Instant due = queue.nextDue().orElse(Instant.MAX);
            if (due.isAfter(now)) {
                return due;
            }
            Turn turn = turn(rhythm, now);
            if (turn.free().isAfter(now)) {
                return turn.free();
            }
            List<PollTicket> batch = queue.take(now, turn.most(), rhythm.moment());
            if (!batch.isEmpty()) {
                turn.pace().spend(turn.perSecond(), now);
                put(batch);
            }
        }
        return Instant.MAX;
    }

    /** Lists first, as many in one as fit; while no list may be asked for, the most overdue are asked about one by one. */
    private Turn turn(Rhythm rhythm, Instant now) {
        GatewayLimits limits = rhythm.limits();
        Instant single = singles.free(limits.questionsPerSecond(), now);
        Turn alone = new Turn(single, 1, singles, limits.questionsPerSecond());
        if (rhythm.together() == 1 || !queue.isCrowded(now, rhythm.moment())) {
            return alone;
        }
        Instant list = lists.free(limits.listsPerSecond(), now);
        return single.isBefore(list) ? alone : new Turn(list, rhythm.together(), lists, limits.listsPerSecond());
    }

    private Rhythm rhythm() {
        try {
            return gateway.get()
                    .map(provider -> new Rhythm(Math.max(1, provider.batchLimit()), provider.limits()))
                    .orElse(Rhythm.FREE);
        } catch (RuntimeException | LinkageError broken) { // a plugin that is unloaded while it works lacks classes
            LOG.error("A provider broke when it was asked for its limits", broken);
            return Rhythm.FREE;
        }
    }

    private void put(List<PollTicket> batch) throws InterruptedException {
        questions.acquire();
        executor.execute(() -> {
            try {
                ask(batch);
            } finally {
                questions.release();
            }
        });
    }

    private void ask(List<PollTicket> batch) {
        Optional<VideoProvider> provider = gateway.get();
        if (provider.isEmpty()) {
            batch.forEach(ticket -> again(ticket, UNPLUGGED_PAUSE));
            return;
        }
        Duration late = Duration.between(batch.getFirst().due(), clock.instant());
        journal.asking(provider.get().id(), batch.size(), late);
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
        journal.answered(ticket, state, now);
        PollPlan.Course course = ticket.countAnswer(state, now);
        plan.verdict(state, course)
                .ifPresentOrElse(ticket::end, () -> again(ticket, plan.step(state, course, journal.expected(ticket), ticket.sample())));
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

    /** How a gateway may be asked. */
    private record Rhythm(int together, GatewayLimits limits) {
        static final Rhythm FREE = new Rhythm(1, GatewayLimits.NONE);

        Duration moment() {
            return together == 1 || Double.isInfinite(limits.listsPerSecond()) ? Duration.ZERO : MOMENT;
        }
    }

    /** The next question: when it is allowed, how many tasks it takes, and on whose account it goes. */
    private record Turn(Instant free, int most, Pace pace, double perSecond) {}
}

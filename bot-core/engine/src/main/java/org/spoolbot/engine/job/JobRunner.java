package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.provider.HealthBook;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;

/** Claims queued jobs while there is room at the gateways, and gives each its life. */
final class JobRunner implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** The books know no better time: look for plugins that came back. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    private static final Duration LONGEST_AFTER_FAULT = Duration.ofMinutes(10);
    private static final Duration SHORTEST_REST = Duration.ofMillis(500);

    private final Bell bell = new Bell();
    private final AtomicInteger atGateways = new AtomicInteger();
    private final Map<JobId, Future<?>> lives = new ConcurrentHashMap<>();
    private final JobBooks books;
    private final JobLife life;
    private final Homes homes;
    private final Stranded stranded;
    private final OperatorBell operator;
    private final EventBus events;
    private final ExecutorService executor;
    private final Alarm alarm;
    private final Limits limits;
    private volatile boolean open = true;
    private @Nullable Registration listening;
    private @Nullable Registration watching;
    private @Nullable Future<?> worker;

    @Inject
    JobRunner(
            JobBooks books,
            JobLife life,
            Homes homes,
            Stranded stranded,
            OperatorBell operator,
            Limits limits,
            Surroundings around) {
        this.books = books;
        this.life = life;
        this.homes = homes;
        this.stranded = stranded;
        this.operator = operator;
        this.events = around.events();
        this.executor = around.executor();
        this.alarm = around.alarm();
        this.limits = limits;
    }

    @Override
    public void start() {
        watching = homes.health().listen(new Wakening());
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, this::moved);
        worker = executor.submit(this::work);
    }

    @Override
    public void stop() {
        stopClaiming();
        lives.values().forEach(living -> living.cancel(true));
    }

    /** Claims no more; what lives goes on. */
    void stopClaiming() {
        open = false;
        bell.ring();
        if (listening != null) {
            listening.close();
        }
        if (watching != null) {
            watching.close();
        }
        if (worker != null) {
            worker.cancel(true);
        }
    }

    /** Goes on with a job that was found unfinished. */
    void resume(Job found) {
        begin(found, done -> life.resume(found.id(), done));
    }

    /** Claims as many jobs as there is room for. */
    void claimAll() {
        boolean claimed = true;
        while (open && claimed && atGateways.get() < limits.maxRunning()) {
            Set<String> willing = homes.willing();
            Optional<Job> job =
                    willing.isEmpty() ? Optional.empty() : books.claim(willing, homes.platforms(), limits.clock().instant());
            job.ifPresent(this::begin);
            claimed = job.isPresent();
        }
    }

    private void begin(Job claimed) {
        LOG.info("Job {} QUEUED -> SUBMITTING", claimed.id());
        events.fire(new JobChangedEvent(Snapshots.of(claimed), Optional.of(JobStatus.QUEUED)));
        homes.health().ordering(claimed.plan().provider());
        begin(claimed, done -> life.live(claimed, done));
    }

    private void begin(Job job, Stretch first) {
        JobId id = job.id();
        String provider = job.plan().provider();
        atGateways.incrementAndGet();
        homes.health().entered(provider);
        AtomicBoolean counted = new AtomicBoolean(true);
        Runnable gatewayDone = () -> {
            if (counted.compareAndSet(true, false)) {
                atGateways.decrementAndGet();
                homes.health().left(provider);
                bell.ring();
            }
        };
        try {
            Future<?> living = executor.submit(() -> live(id, first, gatewayDone));
            lives.put(id, living);
            if (living.isDone()) {
                lives.remove(id, living); // a life so short that it ended before it was noted
            }
        } catch (RejectedExecutionException stopping) {
            gatewayDone.run();
            LOG.warn("Job {} waits for the next start", id);
        }
    }

    private void live(JobId id, Stretch first, Runnable gatewayDone) {
        try {
            Stretch next = first;
            for (int faults = 0; !endsWell(id, next, gatewayDone); faults++) {
                alarm.until(limits.clock().instant().plus(Backoff.after(faults, AFTER_FAULT, LONGEST_AFTER_FAULT)));
                next = done -> life.resume(id, done);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            gatewayDone.run();
            lives.remove(id);
        }
    }

    /** A fault of ours must not leave a paid job standing still until the next start. */
    private boolean endsWell(JobId id, Stretch stretch, Runnable gatewayDone) throws InterruptedException {
        try {
            stretch.live(gatewayDone);
            return true;
        } catch (RuntimeException | LinkageError broken) {
            if (executor.isShutdown()) {
                LOG.warn("Job {} waits for the next start", id);
                return true;
            }
            LOG.error("The life of job {} broke; it goes on from its row", id, broken);
            return false;
        }
    }

    private void moved(JobChangedEvent change) {
        JobStatus status = change.job().status();
        if (status == JobStatus.QUEUED || status.isFinal()) {
            bell.ring();
        }
    }

    private void work() {
        try {
            while (open) {
                alarm.until(rest(), bell);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims what there is and says until when to rest. */
    private Instant rest() throws InterruptedException {
        Instant now = limits.clock().instant();
        try {
            stranded.look();
            claimAll();
            Instant look = now.plus(LOOK_AGAIN);
            Instant earliest = now.plus(SHORTEST_REST);
            Instant wanted = Stream.concat(books.nextClaim().stream(), homes.nextChange().stream())
                    .filter(next -> next.isBefore(look))
                    .min(Instant::compareTo)
                    .orElse(look);
            return wanted.isBefore(earliest) ? earliest : wanted;
        } catch (BooksBusyException busy) {
            LOG.warn("No job can be claimed now: {}", busy.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("Claiming failed; it is tried again", broken);
        }
        return now.plus(SHORTEST_REST);
    }

    /** A stretch of a job's life. */
    private interface Stretch {
        void live(Runnable gatewayDone) throws InterruptedException;
    }

    /** Tells the operator of a gateway that rests, and claims again when one's standing changes. */
    private final class Wakening implements HealthBook.Listener {
        @Override
        public void rests(String provider, ErrorKind kind) {
            operator.rests(provider, kind);
        }

        @Override
        public void changed() {
            bell.ring();
        }
    }

    /** The gateways and platforms that are plugged in, and what keeps orders from them. */
    record Homes(ProviderDirectory providerDirectory, HealthBook health, HeldWork held, PlatformDirectory platformDirectory) {
        @Inject
        Homes {}

        /** The gateways that take an order now. */
        Set<String> willing() {
            return providerDirectory.all().stream()
                    .filter(held::admits)
                    .filter(health::admits)
                    .map(VideoProvider::id)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** When one of them may take an order that does not now. */
        Optional<Instant> nextChange() {
            return health.nextChange(providerDirectory.all());
        }

        Set<String> platforms() {
            return platformDirectory.all().stream().map(ChatPlatform::id).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What it runs in. */
    record Surroundings(EventBus events, ExecutorService executor, Alarm alarm) {
        @Inject
        Surroundings {}
    }

    /** How many jobs may be at gateways, by which clock. */
    record Limits(int maxRunning, InstantSource clock) {
        @Inject
        Limits(ServerSettings settings, InstantSource clock) {
            this(settings.jobs().maxRunning(), clock);
        }
    }
}

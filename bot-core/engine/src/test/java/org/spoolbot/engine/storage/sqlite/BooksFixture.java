package org.spoolbot.engine.storage.sqlite;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;
import org.spoolbot.engine.quota.EffectiveLimits;

/** A real database in a folder of the test, with a clock that the test sets. */
final class BooksFixture implements AutoCloseable {
    static final Set<String> PROVIDERS = Set.of("ark", "sandbox");
    static final Set<String> PLATFORMS = Set.of("discord");

    final Database database;
    final SqliteJobBooks jobs;
    final SqliteQuotaBooks quotas;
    final SqliteConversationBooks conversations;
    final SqliteMemberBooks members;
    final RandomIds ids = new RandomIds(new SecureRandom());
    Instant now = TestJobs.NOON;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    BooksFixture(Path home) {
        this(home, ZoneOffset.UTC, 10_000);
    }

    BooksFixture(Path home, ZoneId zone, int maxRunning) {
        this(home, zone, maxRunning, TestJobs.NOON);
    }

    BooksFixture(Path home, ZoneId zone, int maxRunning, Instant start) {
        now = start;
        InstantSource clock = () -> now;
        database = new Database(new DatabaseFile(home.resolve("data/spoolbot.db"), 100), zone, clock, executor);
        database.start();
        jobs = new SqliteJobBooks(database, settings(maxRunning), clock, ids);
        quotas = new SqliteQuotaBooks(database, clock);
        conversations = new SqliteConversationBooks(database, clock, ids);
        members = new SqliteMemberBooks(database, clock, ids);
    }

    static ServerSettings settings(int maxRunning) {
        return new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of()),
                "sqlite:data/spoolbot.db",
                new ServerSettings.Jobs(
                        maxRunning,
                        200_000,
                        Duration.ofSeconds(5),
                        Duration.ofHours(1),
                        Duration.ofHours(48),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30)),
                new ServerSettings.Media(1, 1, 1, 1, 1, Duration.ofDays(7), Duration.ofDays(30), 1),
                new ServerSettings.Money("USD", BigDecimal.ONE, BigDecimal.TWO, true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneOffset.UTC));
    }

    static EffectiveLimits limits(EffectiveLimits.Line... lines) {
        return new EffectiveLimits(List.of(lines));
    }

    static EffectiveLimits.Line everybody(Measure measure, long amount) {
        return new EffectiveLimits.Line(new QuotaSubject.Default(), new QuotaLimit(measure, OptionalLong.of(amount)));
    }

    static EffectiveLimits.Line place(Measure measure, long amount) {
        return new EffectiveLimits.Line(
                new QuotaSubject.Place(TestJobs.PLACE), new QuotaLimit(measure, OptionalLong.of(amount)));
    }

    static EffectiveLimits.Line server(Measure measure, long amount) {
        return new EffectiveLimits.Line(new QuotaSubject.Global(), new QuotaLimit(measure, OptionalLong.of(amount)));
    }

    static JobBooks.NewJob order(String member, EffectiveLimits limits) {
        return order(member, limits, 1);
    }

    static JobBooks.NewJob order(String member, EffectiveLimits limits, int weight) {
        return new JobBooks.NewJob(
                TestJobs.owner(member),
                TestJobs.request(5, Resolution.P720),
                TestJobs.plan(),
                limits,
                weight,
                Optional.empty());
    }

    Job accepted(JobBooks.NewJob order) {
        if (jobs.accept(order) instanceof JobBooks.Acceptance.Accepted(Job job, int _)) {
            return job;
        }
        throw new AssertionError("the order was not accepted");
    }

    Job accepted(String member) {
        return accepted(order(member, limits()));
    }

    List<JobBooks.Breach> refused(JobBooks.NewJob order) {
        return jobs.accept(order) instanceof JobBooks.Acceptance.OverLimit(List<JobBooks.Breach> breaches)
                ? breaches
                : List.of();
    }

    Optional<Job> claim() {
        return jobs.claim(PROVIDERS, PLATFORMS, now);
    }

    Job apply(Job job, JobSignal signal) {
        return jobs.apply(job.id(), job.version(), signal).orElseThrow();
    }

    /** The members of the next claims, in order, each job leaving its gateway at once. */
    List<String> served(int count) {
        List<String> served = new ArrayList<>();
        for (int turn = 0; turn < count; turn++) {
            Optional<Job> job = claim();
            if (job.isEmpty()) {
                return served;
            }
            served.add(job.get().owner().member().value());
            apply(job.get(), new JobSignal.Failed(org.spoolbot.api.error.ErrorKind.UPSTREAM));
        }
        return served;
    }

    long number(String sql) {
        return database.readers().read(session -> session.number(sql));
    }

    static MemberId member(String id) {
        return new MemberId(id);
    }

    @Override
    public void close() {
        database.stop();
        executor.close();
    }
}

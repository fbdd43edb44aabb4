package org.spoolbot.e2e;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.storage.StorageModule;

/** The server's books alone, as the server binds them. */
final class OpenBooks implements AutoCloseable {
    static final String PROMPT = "a red kite over dunes in the evening sun, slow pan to the right, film grain";

    private static final Set<String> PROVIDERS = Set.of("ark");
    private static final Set<String> PLATFORMS = Set.of("playground");

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Storage storage;
    private final JobBooks jobs;

    OpenBooks(Path home) throws Exception {
        Injector injector = Guice.createInjector(new StorageModule(home.resolve("data")), new AbstractModule() {
            @Override
            protected void configure() {
                bind(ServerSettings.class).toInstance(settings());
                bind(InstantSource.class).toInstance(InstantSource.system());
                bind(ExecutorService.class).toInstance(executor);
            }
        });
        storage = injector.getInstance(Storage.class);
        jobs = injector.getInstance(JobBooks.class);
        storage.start();
    }

    private static ServerSettings settings() {
        Duration hour = Duration.ofHours(1);
        return new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of()),
                "sqlite:data/spoolbot.db",
                new ServerSettings.Jobs(200_000, 200_000, Duration.ofSeconds(5), hour, hour, hour, hour),
                new ServerSettings.Media(1, 1, 1, 1, 1, hour, hour, 1),
                new ServerSettings.Money("USD", BigDecimal.ONE, BigDecimal.TWO, true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneOffset.UTC));
    }

    void order(int member) {
        if (!(jobs.accept(newJob(member)) instanceof JobBooks.Acceptance.Accepted)) {
            throw new AssertionError("not accepted");
        }
    }

    private static JobBooks.NewJob newJob(int member) {
        Destination place = new Destination("playground", Optional.empty(), "chat" + member, Optional.empty(), Optional.of("m1"));
        Job.Owner owner = new Job.Owner(new MemberId("member" + member), "ada", "chat" + member, "member", place);
        VideoRequest request = new VideoRequest(
                Prompt.plain(PROMPT),
                Mode.TEXT,
                List.of(),
                new Format(5, Ratio.values()[0], Resolution.P720, true),
                Extras.none(),
                Optional.empty());
        Job.Plan plan = new Job.Plan("ark", "seedance-fast", new Money(100_000), false);
        return new JobBooks.NewJob(owner, request, plan, limits(), 1, Optional.empty());
    }

    private static EffectiveLimits limits() {
        QuotaLimit clips = new QuotaLimit(QuotaLimit.Measure.CLIPS_PER_DAY, OptionalLong.of(1_000_000));
        QuotaLimit cost = new QuotaLimit(QuotaLimit.Measure.COST_PER_DAY, OptionalLong.of(Long.MAX_VALUE / 4));
        return new EffectiveLimits(List.of(
                new EffectiveLimits.Line(new QuotaSubject.Default(), clips), new EffectiveLimits.Line(new QuotaSubject.Global(), cost)));
    }

    Optional<Job> claim() {
        return jobs.claim(PROVIDERS, PLATFORMS, Instant.now());
    }

    int position(Job job) {
        return jobs.position(job.id());
    }

    List<Job> queued(int count) {
        return jobs.inStatus(Set.of(org.spoolbot.api.job.JobStatus.QUEUED), Optional.empty(), count);
    }

    @Override
    public void close() throws Exception {
        storage.stop();
        executor.close();
    }
}

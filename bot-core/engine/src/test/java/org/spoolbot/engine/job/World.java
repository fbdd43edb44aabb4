package org.spoolbot.engine.job;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.community.CommunityBooks;
import org.spoolbot.engine.community.CommunityModule;
import org.spoolbot.engine.community.MemoryCommunities;
import org.spoolbot.engine.config.GroupSettings;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.http.SignedLinks;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.platform.PlatformModule;
import org.spoolbot.engine.prompt.TagReader;
import org.spoolbot.engine.provider.MemoryTexts;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.ProviderModule;
import org.spoolbot.engine.quota.QuotaBooks;
import org.spoolbot.engine.quota.QuotaModule;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.store.KeyValueBooks;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;
import org.spoolbot.engine.time.Waiting;
import org.spoolbot.testkit.SettableClock;

/** One run of the server around fakes that may outlive it. Waiting moves the clock, so that days pass in no time. */
final class World implements AutoCloseable {
    static final Community TOWN = new Community("chat", "town");
    static final Sender ADA = person("ada", Optional.of(TOWN));
    static final Sender BOB = person("bob", Optional.of(TOWN));
    static final Sender MODERATOR = person("mod", Optional.of(TOWN));
    static final Sender OWNER = person("owner", Optional.of(TOWN));
    final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final RecordingBus events = new RecordingBus();
    final Outside outside;
    private final Injector injector;

    World(Outside outside) {
        this.outside = outside;
        this.injector = Guice.createInjector(
                binder -> binder.requireExplicitBindings(),
                new Fakes(),
                new JobModule(),
                new ProviderModule(),
                new PlatformModule(),
                new CommunityModule(),
                new QuotaModule());
        get(ProviderDirectory.class).add("providers", outside.gateway);
        get(PlatformDirectory.class).add("chat", outside.chat);
    }

    /** What a crash of the server leaves as it is. */
    static final class Outside {
        final SettableClock clock = SettableClock.atTen();
        final Fuse fuse = new Fuse();
        final MemoryBooks books = new MemoryBooks(clock, fuse);
        final ScriptedGateway gateway = new ScriptedGateway(fuse);
        final ScriptedChat chat = new ScriptedChat(fuse);
        final MemoryRules rules = new MemoryRules();
        final MemoryCommunities communities = new MemoryCommunities();
        final MemoryTexts texts = new MemoryTexts();
        final HeldStorage storage = new HeldStorage();
        final MemoryCabinet cabinet;
        Optional<URI> link = Optional.empty();
        final Map<String, String> preferences = new java.util.concurrent.ConcurrentHashMap<>();
        final List<String> revoked = new java.util.concurrent.CopyOnWriteArrayList<>();

        Outside(Path folder) {
            cabinet = new MemoryCabinet(folder);
        }
    }

    <T> T get(Class<T> type) {
        return injector.getInstance(type);
    }

    static VideoRequest request(String prompt) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);
        return new VideoRequest(Prompt.plain(prompt), Mode.TEXT, List.of(), format, Extras.none(), Optional.empty());
    }

    static Destination inTown() {
        return new Destination("chat", Optional.of(TOWN), "general", Optional.empty(), Optional.of("7"));
    }

    static Origin origin(Sender sender, Destination place, String... roles) {
        return new Origin(
                sender.account(), sender.name(), Optional.empty(), place, Standing.MEMBER, Set.of(roles), Instant.parse("2026-11-21T10:00:00Z"));
    }

    Admission tryOrder(JobOrder order) {
        return get(JobService.class).order(order);
    }

    JobId order() {
        return order(inTown());
    }

    JobId order(Destination destination) {
        JobOrder order = new JobOrder(ADA, origin(ADA, destination), destination, request("a red kite"), Optional.empty(), Optional.empty());
        return ((Admission.Accepted) tryOrder(order)).job().id();
    }

    /** Orders a clip and lives its job to the end, waiting out whatever it has to wait for. */
    Job liveThrough() throws InterruptedException {
        JobId id = order();
        return live(id);
    }

    Job live(JobId id) throws InterruptedException {
        while (!job(id).status().isFinal()) {
            outside.books.nextClaim().filter(next -> next.isAfter(outside.clock.instant())).ifPresent(outside.clock::set);
            Optional<Job> claimed = outside.books.claim(
                    java.util.Set.of("studio"), java.util.Set.of("chat"), outside.clock.instant());
            get(JobLife.class).live(claimed.orElseThrow(), () -> {});
        }
        return job(id);
    }

    /** Opens when the job has ended; asked for before it can. */
    CountDownLatch untilOver(JobId id) {
        CountDownLatch over = new CountDownLatch(1);
        events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, change -> {
            if (change.job().id().equals(id) && change.job().status().isFinal()) {
                over.countDown();
            }
        });
        return over;
    }

    Job job(JobId id) {
        return outside.books.find(id).orElseThrow();
    }

    JobStatus status(JobId id) {
        return job(id).status();
    }

    @Override
    public void close() {
        get(PollDesk.class).stop();
        executor.shutdownNow();
        try {
            executor.awaitTermination(5, TimeUnit.SECONDS); // nothing writes into the test's folder while it is removed
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    static Sender person(String name, Optional<Community> community) {
        return new Sender(new MemberId(name), new Account("chat", name), name, Locale.ENGLISH, community, List.of("member"));
    }

    /** Waiting that moves the clock itself. */
    private record Hurry(SettableClock clock) implements Alarm {
        @Override
        public void until(Instant due) {
            if (due.isAfter(clock.instant())) {
                clock.set(due);
            }
        }

        @Override
        public void until(Instant due, Bell bell) throws InterruptedException {
            if (due.equals(Instant.MAX)) {
                bell.await();
                return;
            }
            if (!bell.await(Duration.ZERO)) {
                until(due);
            }
        }
    }

    private final class Fakes extends AbstractModule {
        @Override
        protected void configure() {
            Hurry hurry = new Hurry(outside.clock);
            bind(InstantSource.class).toInstance(outside.clock);
            bind(Alarm.class).toInstance(hurry);
            bind(Waiting.class).toInstance(hurry);
            bind(ExecutorService.class).toInstance(executor);
            bind(RandomGenerator.class).toInstance(new Random(7));
            bind(MeterRegistry.class).toInstance(new SimpleMeterRegistry());
            bind(EventBus.class).toInstance(events);
            bind(Translator.class).toInstance((language, phrase) -> phrase.key() + phrase.arguments());
            bind(PromptReader.class).toInstance(new TagReader());
            bind(JobBooks.class).toInstance(outside.books);
            bind(CommunityBooks.class).toInstance(outside.communities);
            bind(KeyValueBooks.class).toInstance(outside.texts);
            bind(Storage.class).toInstance(outside.storage);
            bind(MediaCabinet.class).toInstance(outside.cabinet);
            bind(QuotaBooks.class).toInstance(outside.rules);
            bind(GroupSettings.class).toProvider(outside.rules::settings);
            bind(MemberBooks.class).toInstance(new Members(outside.preferences));
            bind(SignedLinks.class).toInstance(new Links());
            bind(Permissions.class).toInstance(new Ranks());
            bind(ChatInbox.class).toInstance(new org.spoolbot.testkit.RecordingInbox(List.of()));
            bind(ServerSettings.class).toInstance(settings());
        }
    }

    private static ServerSettings settings() {
        return new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of()),
                "",
                new ServerSettings.Jobs(2, 100, Duration.ofSeconds(10), Duration.ofMinutes(20), Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofMinutes(30)),
                new ServerSettings.Media(1_000, 10, 1_000, 1_000, 0, Duration.ofDays(7), Duration.ofDays(30), 1_000),
                new ServerSettings.Money("USD", new BigDecimal("0.25"), BigDecimal.TWO, true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneId.of("UTC")));
    }

    private final class Links implements SignedLinks {
        @Override
        public Optional<URI> forProvider(String sha256, String jobId) {
            return outside.link;
        }

        @Override
        public Optional<URI> forMember(String sha256, String jobId, Duration lifetime) {
            return outside.link;
        }

        @Override
        public void revoke(String jobId) {
            outside.revoked.add(jobId);
        }
    }

    private static final class Ranks implements Permissions {
        @Override
        public boolean has(Sender sender, PermissionNode node) {
            return isOwner(sender) || sender.name().equals("mod");
        }

        @Override
        public boolean isOwner(Sender sender) {
            return sender.name().equals("owner");
        }
    }

    /** Everybody is who they say; what they prefer is kept by member and name. */
    private record Members(Map<String, String> preferences) implements MemberBooks {
        @Override
        public Known seen(Account account, String name) {
            return new Known(new MemberId(account.id()), name, Instant.EPOCH);
        }

        @Override
        public Optional<Known> find(Account account) {
            return Optional.of(seen(account, account.id()));
        }

        @Override
        public Optional<String> name(MemberId member) {
            return Optional.of(member.value());
        }

        @Override
        public Map<String, String> preferences(MemberId member) {
            String own = member.value() + " ";
            return preferences.entrySet().stream()
                    .filter(one -> one.getKey().startsWith(own))
                    .collect(Collectors.toMap(one -> one.getKey().substring(own.length()), Map.Entry::getValue));
        }

        @Override
        public void prefer(MemberId member, String key, String value) {
            preferences.put(member.value() + " " + key, value);
        }
    }
}

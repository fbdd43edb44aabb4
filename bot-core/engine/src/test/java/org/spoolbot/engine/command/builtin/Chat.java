package org.spoolbot.engine.command.builtin;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.command.CommandDirectory;
import org.spoolbot.engine.command.CommandModule;
import org.spoolbot.engine.command.CommandWork;
import org.spoolbot.engine.community.CommunityBooks;
import org.spoolbot.engine.community.CommunityModule;
import org.spoolbot.engine.community.MemoryCommunities;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.conversation.ConversationBooks;
import org.spoolbot.engine.conversation.ConversationDirectory;
import org.spoolbot.engine.identity.GroupLookup;
import org.spoolbot.engine.identity.MemberBooks;
import org.spoolbot.engine.job.RecordingBus;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.time.Waiting;
import org.spoolbot.testkit.SettableClock;

/** A chat with a bot: the real commands behind the real inbox, before books, gateway and library of the test's own. */
final class Chat {
    final SettableClock clock = SettableClock.atTen();
    final FakePlatform platform = new FakePlatform();
    final FakeBooks books = new FakeBooks(clock);
    final FakeMedia media = new FakeMedia();
    final MemoryCommunities settings = new MemoryCommunities();
    final FakeDesks desks = new FakeDesks();
    final FakeGateway gateway = new FakeGateway();
    final FakeJobs jobs = new FakeJobs(gateway.model, books);
    final RecordingBus events = new RecordingBus();
    final BundleTexts texts = new BundleTexts();
    final Injector injector = Guice.createInjector(new Ports(), new CommandModule());
    final ChatInbox inbox = injector.getInstance(ChatInbox.class);
    final FakeServer server = new FakeServer(injector.getInstance(CommandDirectory.class), texts);
    private String person = "1";
    private String channel = "room";
    private Set<String> roles = Set.of();
    private Optional<Community> community = Optional.empty();
    private Duration age = Duration.ZERO;
    private boolean paused;

    Chat() {
        ConversationDirectory conversations = injector.getInstance(ConversationDirectory.class);
        injector.getInstance(CoreCommands.class)
                .register(server.context(
                        conversations.viewFor("core", texts, registration -> registration), jobs, media, List.of(gateway)));
    }

    Chat as(String other) {
        person = other;
        return this;
    }

    Chat inGroup() {
        community = Optional.of(new Community("chat", "g1"));
        return this;
    }

    Chat inPrivate() {
        community = Optional.empty();
        return this;
    }

    /** The language of the newest text. */
    String lastLanguage() {
        return texts.lastLanguage;
    }

    Chat inChannel(String other) {
        channel = other;
        return this;
    }

    Chat withRoles(String... held) {
        roles = Set.of(held);
        return this;
    }

    Chat writtenAgo(Duration ago) {
        age = ago;
        return this;
    }

    /** Starts what goes on beside the commands, all but its rounds. */
    Chat begin() {
        paused = true;
        injector.getInstance(CommandWork.class).start();
        paused = false;
        return this;
    }

    /** From now on inputs wait. */
    void pauseWork() {
        paused = true;
    }

    Origin origin() {
        Destination place = new Destination("chat", community, channel, Optional.empty(), Optional.empty());
        Instant writtenAt = clock.instant().minus(age);
        Account account = new Account("chat", person);
        return new Origin(account, "Ada", Optional.of(Locale.ENGLISH), place, Standing.MEMBER, roles, writtenAt);
    }

    Sender sender() {
        Account account = new Account("chat", person);
        return new Sender(new MemberId("m" + person), account, "Ada", Locale.ENGLISH, community, List.of("member"));
    }

    Chat say(String text, Upload... uploads) {
        inbox.accept(new Inbound.TextInput(origin(), "msg", text, Arrays.asList(uploads)));
        return this;
    }

    /** A message that answers one of the bot's. */
    Chat reply(String messageId, String text, Upload... uploads) {
        Inbound.Address address = new Inbound.Address(true, Optional.of(messageId));
        inbox.accept(new Inbound.TextInput(origin(), "msg", text, Arrays.asList(uploads), address));
        return this;
    }

    /** A message that mentions the bot. */
    Chat mention(String text) {
        Inbound.Address address = new Inbound.Address(true, Optional.empty());
        inbox.accept(new Inbound.TextInput(origin(), "msg", text, List.of(), address));
        return this;
    }

    /** Something done with a message from its own menu. */
    Chat point(String action, String messageId, Upload... uploads) {
        inbox.accept(new Inbound.Pointing(origin(), action, messageId, Arrays.asList(uploads)));
        return this;
    }

    /** A form that was sent in with files. */
    Chat submit(String id, Map<String, List<String>> values, Upload... uploads) {
        inbox.accept(new Inbound.Action(origin(), "b1", id, values, Arrays.asList(uploads)));
        return this;
    }

    Chat press(String id) {
        return choose(id, Map.of());
    }

    Chat choose(String id, Map<String, List<String>> values) {
        inbox.accept(new Inbound.Action(origin(), "b1", id, values));
        return this;
    }

    /** Presses the button of that label under the newest card. */
    Chat pressLabel(String label) {
        return press(control(label).id());
    }

    Chat select(String label, String value) {
        String id = control(label).id();
        return choose(id, Map.of(id, List.of(value)));
    }

    Control control(String label) {
        return newest().controls().stream()
                .filter(control -> control.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " under " + newest()));
    }

    List<String> labels() {
        return newest().controls().stream().map(Control::label).toList();
    }

    /** The last thing the bot said, be it new or in place of something. */
    Message newest() {
        return shownLast.orElseThrow(() -> new AssertionError("the bot said nothing"));
    }

    private Optional<Message> shownLast = Optional.empty();

    void remember(Message message) {
        shownLast = Optional.of(message);
    }

    String answer() {
        return newest().text();
    }

    String field(String name) {
        return newest().card().orElseThrow().field(name).orElseThrow().value();
    }

    private final class Ports extends AbstractModule {
        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            platform.listener = Chat.this::remember;
            bind(InstantSource.class).toInstance(clock);
            bind(ExecutorService.class).toInstance(new AtOnce());
            bind(RandomGenerator.class).toInstance(() -> 42L);
            bind(Translator.class).toInstance(texts);
            bind(MemberBooks.class).toInstance(books);
            install(new CommunityModule());
            bind(CommunityBooks.class).toInstance(settings);
            bind(GatewayDesk.class).toInstance(desks);
            bind(JobService.class).toInstance(jobs);
            bind(EventBus.class).toInstance(events);
            bind(JobTales.class).toInstance(desks);
            bind(ConversationBooks.class).toInstance(books);
            bind(PlatformDirectory.class).toInstance(platform);
            bind(GroupLookup.class)
                    .toInstance((origin, firstSeen) -> List.of(origin.standing().name().toLowerCase(Locale.ROOT)));
            bind(Waiting.class).toInstance(due -> {
                throw new InterruptedException("nobody waits in a test");
            });
            bind(ServerSettings.class).toInstance(settings());
            bind(Permissions.class).toInstance(new Permissions() {
                @Override
                public boolean has(Sender sender, PermissionNode node) {
                    boolean moderates = !sender.groups().contains("member") && node.value().equals("spoolbot.admin.jobs");
                    return isOwner(sender) || moderates;
                }

                @Override
                public boolean isOwner(Sender sender) {
                    return sender.account().id().equals("admin");
                }
            });
        }
    }

    private static ServerSettings settings() {
        Duration hour = Duration.ofHours(1);
        return new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of()),
                "sqlite:none",
                new ServerSettings.Jobs(1, 1, hour, hour, hour, Duration.ofMinutes(10), Duration.ofMinutes(30)),
                new ServerSettings.Media(1, 1, 1, 1, 1, hour, hour, 1),
                new ServerSettings.Money("USD", new BigDecimal("0.25"), new BigDecimal("2"), true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneOffset.UTC));
    }

    /** Runs a task in the calling thread, unless work is paused. */
    private final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            if (!paused) {
                task.run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return new ArrayList<>();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}

package org.spoolbot.discord.inbound;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.discord.connection.Access;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Message;
import org.spoolbot.discord.render.CommandRenderer;
import org.spoolbot.discord.render.FormRenderer;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

/** A connected bot that hears, and a server behind it that only records. */
final class HearingBot implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final RecordingInbox inbox;
    final FiredEvents events = new FiredEvents();
    final HookBook hooks = new HookBook(InstantSource.system());
    final PlatformState state = new PlatformState(InstantSource.system());
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Attempts attempts = new Attempts();
    private final Connection connection;
    private final FakeDiscord discord;

    private HearingBot(FakeDiscord discord, RecordingInbox inbox) {
        this.discord = discord;
        this.inbox = inbox;
        Access access = new Access(new Secret(discord.token()), discord.apiUrl(), OptionalInt.of(1));
        this.connection = new Connection(access, state, _ -> {}, attempts, LoggerFactory.getLogger("discord"));
    }

    /** Connected, with these commands registered. */
    static HearingBot connected(FakeDiscord discord, MemoryStore store, RecordingInbox inbox) {
        return connected(discord, store, inbox, List.of());
    }

    /** Connected, with its commands registered in these servers alone. */
    static HearingBot connected(FakeDiscord discord, MemoryStore store, RecordingInbox inbox, List<String> registerIn) {
        HearingBot bot = new HearingBot(discord, inbox);
        bot.start(store, registerIn);
        return bot;
    }

    static HearingBot connected(FakeDiscord discord, CommandSpec... commands) {
        return connected(discord, new MemoryStore(), new RecordingInbox(List.of(commands)));
    }

    private void start(MemoryStore store, List<String> registerIn) {
        InstantSource clock = InstantSource.system();
        CommandRenderer commands = new CommandRenderer(inbox, true);
        Acknowledger acknowledger = new Acknowledger(events, state, clock, attempts);
        Server server = new Server(inbox, new Keys(), executor, clock);
        List<Object> listeners = new ArrayList<>();
        listeners.add(new Listener(
                server,
                commands,
                new FormRenderer(inbox),
                hooks,
                acknowledger,
                new CdnFiles(connection.http(), discord.apiUrl())));
        listeners.add(new CommandRegistrar(commands::render, registerIn, store, new Threads(executor), clock));
        connection.start(listeners);
        discord.gateway().awaitConnected(1);
        await().atMost(PATIENCE).until(() -> !store.scan("commands:", "", 1).isEmpty());
    }

    /** What was handed over, as soon as there is that much of it. */
    List<Inbound> heard(int atLeast) {
        await().atMost(PATIENCE).until(() -> inbox.received().size() >= atLeast);
        return inbox.received();
    }

    /** The only thing that was handed over. */
    <I extends Inbound> I heard(Class<I> type) {
        return type.cast(heard(1).getFirst());
    }

    JDA jda() {
        return connection.anyShard().orElseThrow();
    }

    /** Lets the bot say something with buttons or menus under it. */
    Message post(Channel channel, ActionRowChildComponent... controls) {
        GuildMessageChannel place = jda().getChannelById(GuildMessageChannel.class, channel.id());
        String id = place.sendMessage("a card").addComponents(ActionRow.of(List.of(controls))).complete().getId();
        return channel.await(message -> message.id().equals(id));
    }

    @Override
    public void close() {
        connection.stop();
        executor.close();
    }

    /** Says keys for sentences. */
    private static final class Keys implements Translator {
        @Override
        public String text(Locale language, Phrase phrase) {
            return phrase.key();
        }
    }

    /** Runs what is to run now, and nothing later. */
    private record Threads(ExecutorService executor) implements TaskScheduler {
        @Override
        public Registration after(Duration delay, Runnable task) {
            return () -> {};
        }

        @Override
        public Registration every(Duration pause, Runnable task) {
            return () -> {};
        }

        @Override
        public Registration start(Runnable task) {
            executor.execute(task);
            return () -> {};
        }
    }
}

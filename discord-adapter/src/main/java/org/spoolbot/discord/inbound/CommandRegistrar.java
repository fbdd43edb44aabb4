package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Keeps the commands that Discord shows equal to those that the server has: everywhere, or, for instant changes during development, in
 * the Discord servers that the settings name.
 */
public final class CommandRegistrar extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistrar.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final String PREFIX = "commands:";
    private static final String EVERYWHERE = "everywhere";
    private static final int MOST_SCOPES = 1_000;

    private final Supplier<List<CommandData>> rendered;
    private final Set<String> scopes;
    private final KeyValueStore store;
    private final TaskScheduler scheduler;
    private final CommandSync sync;
    private final AtomicBoolean started = new AtomicBoolean();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable JDA jda;
    private String lastForm = "";

    /**
     * Registers what is rendered.
     *
     * @param registerIn ids of Discord servers; empty for everywhere
     */
    public CommandRegistrar(
            Supplier<List<CommandData>> rendered,
            List<String> registerIn,
            KeyValueStore store,
            TaskScheduler scheduler,
            InstantSource clock) {
        this.rendered = rendered;
        this.scopes = registerIn.isEmpty() ? Set.of(EVERYWHERE) : new LinkedHashSet<>(registerIn);
        this.store = store;
        this.scheduler = scheduler;
        this.sync = new CommandSync(store, clock);
    }

    @Override
    public void onReady(ReadyEvent event) {
        jda = event.getJDA();
        if (started.compareAndSet(false, true)) {
            scheduler.every(LOOK, this::look);
        }
        scheduler.start(this::look);
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        if (scopes.contains(event.getGuild().getId())) {
            scheduler.start(this::look);
        }
    }

    private void look() {
        JDA connected = jda;
        if (connected == null) {
            return;
        }
        looking.lock();
        try {
            look(connected);
        } catch (RuntimeException fault) {
            LOG.error("the commands could not be registered with Discord", fault);
        } finally {
            looking.unlock();
        }
    }

    private void look(JDA connected) {
        List<CommandData> commands = rendered.get();
        if (!isSettled(commands)) {
            return;
        }
        String prefix = PREFIX + connected.getSelfUser().getApplicationId() + ':';
        boolean there = true;
        for (String scope : scopes) {
            there &= sync.bring(prefix + scope, commands, scope.equals(EVERYWHERE), shelf(connected, scope));
        }
        if (there) {
            clearOthers(connected, prefix);
        }
    }

    /** Only when the commands are where they shall be: else members had none meanwhile. */
    private void clearOthers(JDA connected, String prefix) {
        for (String key : store.scan(prefix, "", MOST_SCOPES).keySet()) {
            String scope = key.substring(prefix.length());
            if (!scopes.contains(scope)) {
                sync.clear(key, shelf(connected, scope));
            }
        }
    }

    /** While a plugin is exchanged, its commands are gone for a moment: only what two looks see alike is registered. */
    private boolean isSettled(List<CommandData> commands) {
        String form = NormalForm.of(commands, true);
        boolean settled = lastForm.isEmpty() || form.equals(lastForm);
        lastForm = form;
        return settled;
    }

    private static Optional<CommandShelf> shelf(JDA connected, String scope) {
        return scope.equals(EVERYWHERE) ? Optional.of(DiscordShelf.everywhere(connected)) : DiscordShelf.of(connected, scope);
    }
}

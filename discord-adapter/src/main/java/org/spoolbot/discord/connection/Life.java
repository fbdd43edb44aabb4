package org.spoolbot.discord.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/**
 * Follows the shards. Events run side by side, so none says in what order things happened: what counts is what the shard says of itself
 * when the event is worked on.
 */
final class Life extends ListenerAdapter {
    private final PlatformState state;
    private final Runnable changed;
    private final Consumer<Refusal> refused;
    private final AtomicBoolean rehearsed = new AtomicBoolean();

    Life(PlatformState state, Runnable changed, Consumer<Refusal> refused) {
        this.state = state;
        this.changed = changed;
        this.refused = refused;
    }

    @Override
    public void onStatusChange(StatusChangeEvent event) {
        JDA shard = event.getJDA();
        state.shard(shard.getShardInfo(), () -> shard.getStatus() == JDA.Status.CONNECTED);
        changed.run();
        if (event.getNewStatus() == JDA.Status.CONNECTING_TO_WEBSOCKET && !rehearsed.getAndSet(true)) {
            Rehearsal.play(shard);
        }
    }

    @Override
    public void onSessionDisconnect(SessionDisconnectEvent event) {
        String code = event.getCloseCode() == null ? "no code" : "code " + event.getCloseCode().getCode();
        state.failed("Discord closed the connection (" + code + ")");
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        Refusal.of(event.getCloseCode()).ifPresent(refused);
    }
}

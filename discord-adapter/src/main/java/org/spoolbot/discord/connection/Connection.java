package org.spoolbot.discord.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The way to Discord. Keeps trying to get there with growing pauses, unless Discord refuses us. Thread-safe. */
public final class Connection {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    private final Access access;
    private final PlatformState state;
    private final Consumer<Refusal> onRefusal;
    private final Logger log;
    private final OkHttpClient http;
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Not yet connected.
     *
     * @param onRefusal told once if only the operator can help
     * @param watcher sees each request as often as it really leaves
     */
    public Connection(Access access, PlatformState state, Consumer<Refusal> onRefusal, Interceptor watcher, Logger log) {
        this.access = requireNonNull(access, "access is null");
        this.state = requireNonNull(state, "state is null");
        this.onRefusal = requireNonNull(onRefusal, "onRefusal is null");
        this.log = requireNonNull(log, "log is null");
        this.http = HttpClients.rest(watcher);
    }

    /** Connects; returns when it is connected or has found that this takes longer. Goes on trying in the latter case. */
    public void start(List<Object> listeners) {
        List<Object> all = new ArrayList<>(listeners);
        all.add(new Life(state, this::look, this::refused));
        Thread.ofVirtual().name("discord-connect").start(() -> connect(all));
        try {
            settled.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it; running requests get a moment to finish. */
    public void stop() {
        stopped.countDown();
        end();
        http.connectionPool().evictAll();
        state.reset();
    }

    /** Discord refused the token in an answer to a request. */
    public void tokenRefused() {
        refused(Refusal.INVALID_TOKEN);
    }

    /** The shard of a server; empty while there is no connection. */
    public Optional<JDA> shardFor(String guild) {
        return current().flatMap(open -> open.shardOf(Long.parseUnsignedLong(guild)));
    }

    /** Any shard, to send through; empty while there is no connection. */
    public Optional<JDA> anyShard() {
        return shards().stream().findFirst();
    }

    /** All shards. */
    public List<JDA> shards() {
        return current().map(Session::shards).orElse(List.of());
    }

    /** The client of the REST API. */
    public OkHttpClient http() {
        return http;
    }

    /** Waits, unless the connection is stopped meanwhile; says whether it is still wanted. */
    public boolean pause(Duration length) throws InterruptedException {
        return !stopped.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<Session> current() {
        return Optional.ofNullable(session.get());
    }

    private void connect(List<Object> listeners) {
        try {
            Duration pause = FIRST_PAUSE;
            while (!isStopped() && !isLoggedIn(listeners) && pause(pause)) {
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One attempt. True ends the attempts: JDA itself comes back from whatever happens to a session that once began. */
    private boolean isLoggedIn(List<Object> listeners) {
        try {
            Session opened = Session.login(access, http, listeners);
            session.set(opened);
            if (isStopped() || state.refusal().isPresent()) {
                end();
            }
            return true;
        } catch (InvalidTokenException refusal) {
            tokenRefused();
            return true;
        } catch (RuntimeException fault) {
            return isHopeless(fault);
        }
    }

    private boolean isHopeless(RuntimeException fault) {
        if (fault instanceof ErrorResponseException answer && answer.getResponse().code == 401) {
            tokenRefused();
            return true;
        }
        String reason = "Discord is not reachable (" + LoginFaults.reason(fault) + ")";
        state.failed(reason);
        log.warn("{}; trying again, with longer pauses each time", reason);
        settled.countDown();
        return false;
    }

    private void look() {
        if (state.isSettled() && settled.getCount() > 0) {
            settled.countDown();
            log.info("Discord: {}", state.health().detail());
        }
    }

    private void refused(Refusal reason) {
        boolean news = state.refused(reason);
        settled.countDown();
        if (news) {
            // The other shards would go on asking; and the session's own threads must not wait for their end.
            Thread.ofVirtual().name("discord-refused").start(this::end);
            onRefusal.accept(reason);
        }
    }

    private void end() {
        Session last = session.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}

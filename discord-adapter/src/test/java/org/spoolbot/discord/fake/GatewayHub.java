package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.spoolbot.discord.fake.wire.WebSocket;

/** All gateway sessions, what they were seen to do, and what shall go wrong with them. Thread-safe. */
public final class GatewayHub implements AutoCloseable {
    /** What a client identified itself with. */
    public record Identification(int shard, int shardCount, long intents, boolean compressed) {}

    /** What Discord usually says in HELLO. */
    private static final Duration USUAL_HEARTBEAT = Duration.ofMillis(41_250);

    /** "An app can only start 1000 sessions in 24 hours": gateway docs, "Session start limit object". */
    private static final int STARTS_A_DAY = 1000;

    private final Login login;
    private final SpecCheck spec;
    private final StartLimit starts;
    private final Changes changes = new Changes();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Set<GatewayConnection> connections = ConcurrentHashMap.newKeySet();
    private final List<Identification> identifications = new CopyOnWriteArrayList<>();
    private final AtomicInteger resumes = new AtomicInteger();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("gateway-pulse").factory());
    private volatile Duration heartbeatInterval = USUAL_HEARTBEAT;
    private volatile Duration silencePatience = USUAL_HEARTBEAT.multipliedBy(2);
    private volatile boolean open = true;
    private volatile boolean acknowledgesHeartbeats = true;
    private volatile long privilegedIntents;
    private volatile int recommendedShards = 1;

    GatewayHub(Login login, SpecCheck spec, InstantSource clock) {
        this.login = login;
        this.spec = spec;
        this.starts = new StartLimit(clock);
    }

    /** Serves one socket until it is closed; the front calls it on that connection's own virtual thread after the handshake. */
    void serve(WebSocket socket) {
        changes.await("the gateway's doors to open", () -> open);
        GatewayConnection connection = new GatewayConnection(this, socket);
        connections.add(connection);
        long beat = heartbeatInterval.toNanos();
        long patience = silencePatience.toNanos();
        ScheduledFuture<?> watch = pulse.scheduleAtFixedRate(() -> closeIfSilent(connection, patience), beat, beat, TimeUnit.NANOSECONDS);
        try {
            connection.serve();
        } finally {
            watch.cancel(false);
            connections.remove(connection);
            connection.ended();
            changes.announce();
        }
    }

    /** A client that sends no heartbeats is not there any more: gateway docs, "Sending heartbeats". */
    private static void closeIfSilent(GatewayConnection connection, long patience) {
        if (connection.silentFor() > patience) {
            connection.close(CloseCode.SESSION_TIMED_OUT.code(), CloseCode.SESSION_TIMED_OUT.reason());
        }
    }

    /** Sends an event to every session that the predicate lets through, that has its shard and that asked for it by its intents. */
    public void dispatch(String type, ObjectNode data, Predicate<Session> who) {
        for (Session session : sessions) {
            if (session.gets(type, data) && who.test(session)) {
                session.dispatch(type, Intents.visible(session.intents(), type, data, login.botId()));
            }
        }
        spec.event(type, data);
    }

    /** The answer to {@code GET /gateway/bot}. */
    ObjectNode botGateway(ObjectNode answer) {
        answer.put("url", login.gatewayUrl().toString()).put("shards", recommendedShards);
        answer.putObject("session_start_limit")
                .put("total", STARTS_A_DAY)
                .put("remaining", Math.max(0, STARTS_A_DAY - identifications.size()))
                .put("reset_after", Duration.ofDays(1).toMillis())
                .put("max_concurrency", starts.maxConcurrency());
        return answer;
    }

    // ---- what was seen ----

    /** The sessions that are connected or can be resumed, oldest first. */
    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** Every accepted IDENTIFY so far, oldest first. */
    public List<Identification> identifications() {
        return List.copyOf(identifications);
    }

    /** How many sessions were resumed so far. */
    public int resumes() {
        return resumes.get();
    }

    /** Waits until that many sessions have a client. */
    public void awaitConnected(int count) {
        changes.await(count + " connected sessions", () -> sessions.stream().filter(Session::connected).count() == count);
    }

    /** Waits until there were that many accepted IDENTIFYs in all. */
    public void awaitIdentifications(int count) {
        changes.await(count + " IDENTIFYs", () -> identifications.size() >= count);
    }

    /** Waits until there were that many resumed sessions in all. */
    public void awaitResumes(int count) {
        changes.await(count + " resumed sessions", () -> resumes.get() >= count);
    }

    // ---- what shall happen ----

    /** Asks every client to come again (op 7). */
    public void askToReconnect() {
        connections.forEach(GatewayConnection::askToReconnect);
    }

    /** Tells every client that its session is invalid (op 9): it may resume it, or must identify anew. */
    public void invalidate(boolean resumable) {
        List<GatewayConnection> affected = List.copyOf(connections);
        if (!resumable) {
            sessions.clear();
        }
        affected.forEach(connection -> connection.invalidate(resumable));
    }

    /** Closes every connection with that code; its sessions end when the code says so. */
    public void close(int code) {
        connections.forEach(connection -> connection.close(code, ""));
    }

    /** Cuts every connection with a TCP reset; the sessions can be resumed. */
    public void reset() {
        connections.forEach(GatewayConnection::reset);
    }

    /** While the doors are shut a new connection hears nothing, not even HELLO, until they are opened again. */
    public void shutDoors(boolean shut) {
        open = !shut;
        changes.announce();
    }

    /** Forgets all sessions without telling: whoever wants to resume one gets op 9. */
    public void loseSessions() {
        sessions.clear();
    }

    /** What HELLO asks new connections for. */
    public void heartbeatEvery(Duration interval) {
        heartbeatEvery(interval, interval.multipliedBy(2));
    }

    /** The same with a patience of its own for clients that are silent. */
    public void heartbeatEvery(Duration interval, Duration patience) {
        heartbeatInterval = interval;
        silencePatience = patience;
    }

    /** Without acknowledgements a client must take its connection for dead: gateway docs, "Heartbeat ACK". */
    public void acknowledgeHeartbeats(boolean acknowledge) {
        acknowledgesHeartbeats = acknowledge;
    }

    /** Switches privileged intents on in the "developer portal"; all are off until then. */
    public void allowPrivileged(long intents) {
        privilegedIntents = intents;
    }

    /** What {@code GET /gateway/bot} recommends. */
    public void recommendShards(int shards) {
        recommendedShards = shards;
    }

    /** From now on a client that starts more sessions at once than allowed gets op 9; until then nobody counts. */
    public void limitStarts(int maxConcurrency) {
        starts.enforce(maxConcurrency);
    }

    @Override
    public void close() {
        pulse.shutdownNow();
        reset();
    }

    // ---- for the connections ----

    SpecCheck spec() {
        return spec;
    }

    Duration heartbeatInterval() {
        return heartbeatInterval;
    }

    boolean acknowledgesHeartbeats() {
        return acknowledgesHeartbeats;
    }

    boolean knows(JsonNode token) {
        return login.token().equals(token.asText());
    }

    boolean allows(long intents) {
        return (intents & Intents.PRIVILEGED & ~privilegedIntents) == 0;
    }

    boolean startsNow(Shard shard) {
        return starts.take(shard);
    }

    Session begin(GatewayConnection connection, Shard shard, long intents) {
        Session session = new Session(shard, intents);
        ObjectNode ready = login.ready(shard.id(), shard.count());
        ready.put("v", 10).put("session_id", session.id()).put("resume_gateway_url", login.gatewayUrl().toString());
        ready.putArray("shard").add(shard.id()).add(shard.count());
        List<ObjectNode> guilds = new ArrayList<>(login.guildCreates(shard.id(), shard.count()));
        spec.event("READY", ready);
        guilds.forEach(guild -> spec.event("GUILD_CREATE", guild));
        synchronized (session) {
            sessions.add(session);
            session.start(connection, ready, guilds);
        }
        identifications.add(new Identification(shard.id(), shard.count(), intents, connection.compressed()));
        changes.announce();
        return session;
    }

    Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    void forget(Session session) {
        sessions.remove(session);
        changes.announce();
    }

    void resumed() {
        resumes.incrementAndGet();
        changes.announce();
    }
}

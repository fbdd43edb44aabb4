package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One identified gateway session. It outlives its connection, keeps what was sent, and can be resumed. Thread-safe. */
public final class Session {
    /** How many events are kept for a resume; Discord promises none and documents no number. */
    static final int REPLAY_LIMIT = 500;

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final Shard shard;
    private final long intents;
    private final Deque<ObjectNode> sent = new ArrayDeque<>();
    private long sequence;
    private @Nullable GatewayConnection connection;

    Session(Shard shard, long intents) {
        this.shard = shard;
        this.intents = intents;
    }

    /** Its id, as READY tells it. */
    public String id() {
        return id;
    }

    /** Its number, 0 when the client did not shard. */
    public int shard() {
        return shard.id();
    }

    /** How many shards the client identified with, 1 when it did not shard. */
    public int shardCount() {
        return shard.count();
    }

    /** The intents it identified with. */
    public long intents() {
        return intents;
    }

    /** Whether a client is listening; else events are kept for its return. */
    public synchronized boolean connected() {
        return connection != null;
    }

    boolean gets(String type, JsonNode data) {
        return shard.gets(type, data) && Intents.admit(intents, type, data);
    }

    /** READY and the guilds come before anything that happens meanwhile. */
    synchronized void start(GatewayConnection first, ObjectNode ready, List<ObjectNode> guilds) {
        connection = first;
        dispatch("READY", ready);
        for (ObjectNode guild : guilds) {
            if (Intents.admit(intents, "GUILD_CREATE", guild)) {
                dispatch("GUILD_CREATE", guild);
            }
        }
    }

    synchronized void dispatch(String type, ObjectNode data) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("op", Opcode.DISPATCH).put("s", ++sequence).put("t", type).set("d", data);
        sent.addLast(payload);
        if (sent.size() > REPLAY_LIMIT) {
            sent.removeFirst();
        }
        if (connection != null) {
            connection.send(payload);
        }
    }

    synchronized boolean sentUpTo(long seen) {
        return seen <= sequence;
    }

    synchronized boolean keepsAllSince(long seen) {
        return sequence - seen <= sent.size();
    }

    synchronized void resume(GatewayConnection next, long seen) {
        GatewayConnection previous = connection;
        connection = next;
        if (previous != null) {
            previous.close(4000, "Resumed elsewhere.");
        }
        sent.stream().filter(payload -> payload.path("s").asLong() > seen).forEach(next::send);
        dispatch("RESUMED", JsonNodeFactory.instance.objectNode());
    }

    synchronized void left(GatewayConnection gone) {
        if (connection == gone) {
            connection = null;
        }
    }
}

package org.spoolbot.discord.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.discord.fake.wire.WebSocket;

/** One connection to the gateway, from HELLO to its close: https://discord.com/developers/docs/events/gateway#connections */
final class GatewayConnection {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer messages of a client are refused: gateway docs, "Sending events". */
    private static final int LONGEST = 4096;

    private final GatewayHub hub;
    private final WebSocket socket;
    private final @Nullable ZlibStream compression;
    private volatile @Nullable Session session;
    private volatile boolean closedByUs;
    private volatile long lastHeard = System.nanoTime();

    GatewayConnection(GatewayHub hub, WebSocket socket) {
        this.hub = hub;
        this.socket = socket;
        this.compression = compressed() ? new ZlibStream() : null;
    }

    boolean compressed() {
        return "zlib-stream".equals(socket.query().get("compress"));
    }

    @Nullable Session session() {
        return session;
    }

    long silentFor() {
        return System.nanoTime() - lastHeard;
    }

    void serve() {
        if (!"10".equals(socket.query().get("v"))) {
            close(CloseCode.INVALID_VERSION);
            return;
        }
        send(payload(Opcode.HELLO, data().put("heartbeat_interval", hub.heartbeatInterval().toMillis())));
        Optional<String> message = socket.read();
        while (message.isPresent()) {
            lastHeard = System.nanoTime();
            receive(message.get());
            message = socket.read();
        }
    }

    /** After {@link #serve()}: the session stays for a resume unless the client said goodbye. */
    void ended() {
        Session ended = session;
        if (ended == null) {
            return;
        }
        ended.left(this);
        if (!closedByUs && CloseCode.logsOut(socket.closeCode())) {
            hub.forget(ended);
        }
    }

    private void receive(String text) {
        Optional<JsonNode> payload = parsed(text);
        if (payload.isEmpty()) {
            close(CloseCode.DECODE_ERROR);
            return;
        }
        JsonNode body = payload.get();
        switch (body.path("op").asInt(-1)) {
            case Opcode.HEARTBEAT -> heartbeat();
            case Opcode.IDENTIFY -> identify(body);
            case Opcode.RESUME -> resume(body.path("d"));
            case Opcode.PRESENCE_UPDATE, Opcode.VOICE_STATE_UPDATE -> onlyInASession();
            case Opcode.REQUEST_GUILD_MEMBERS -> hub.spec().notBuilt("gateway op 8, Request Guild Members");
            default -> close(CloseCode.UNKNOWN_OPCODE);
        }
    }

    private static Optional<JsonNode> parsed(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode body = JSON.readTree(text);
            return body.isObject() ? Optional.of(body) : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private void heartbeat() {
        if (hub.acknowledgesHeartbeats()) {
            send(payload(Opcode.HEARTBEAT_ACK, null));
        }
    }

    private void onlyInASession() {
        if (session == null) {
            close(CloseCode.NOT_AUTHENTICATED);
        }
    }

    private void identify(JsonNode body) {
        hub.spec().identify(body);
        JsonNode identified = body.path("d");
        Optional<CloseCode> objection = objection(identified);
        if (objection.isPresent()) {
            close(objection.get());
            return;
        }
        Shard shard = Shard.of(identified.path("shard")).orElseThrow();
        if (!hub.startsNow(shard)) {
            send(payload(Opcode.INVALID_SESSION, JsonNodeFactory.instance.booleanNode(false)));
            return;
        }
        session = hub.begin(this, shard, identified.path("intents").asLong());
    }

    private Optional<CloseCode> objection(JsonNode identified) {
        long intents = identified.path("intents").asLong(-1);
        if (session != null) {
            return Optional.of(CloseCode.ALREADY_AUTHENTICATED);
        }
        if (!hub.knows(identified.path("token"))) {
            return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        }
        if (Shard.of(identified.path("shard")).isEmpty()) {
            return Optional.of(CloseCode.INVALID_SHARD);
        }
        if (!Intents.known(intents)) {
            return Optional.of(CloseCode.INVALID_INTENTS);
        }
        return hub.allows(intents) ? Optional.empty() : Optional.of(CloseCode.DISALLOWED_INTENTS);
    }

    private void resume(JsonNode wanted) {
        if (session != null) {
            close(CloseCode.ALREADY_AUTHENTICATED);
            return;
        }
        if (!hub.knows(wanted.path("token"))) {
            close(CloseCode.AUTHENTICATION_FAILED);
            return;
        }
        Optional<Session> known = hub.session(wanted.path("session_id").asText());
        long seen = wanted.path("seq").asLong();
        if (known.isPresent() && !known.get().sentUpTo(seen)) {
            hub.forget(known.get());
            close(CloseCode.INVALID_SEQUENCE);
            return;
        }
        if (known.isEmpty() || !known.get().keepsAllSince(seen)) {
            known.ifPresent(hub::forget);
            send(payload(Opcode.INVALID_SESSION, JsonNodeFactory.instance.booleanNode(false)));
            return;
        }
        session = known.get();
        known.get().resume(this, seen);
        hub.resumed();
    }

    void askToReconnect() {
        send(payload(Opcode.RECONNECT, null));
    }

    void invalidate(boolean resumable) {
        send(payload(Opcode.INVALID_SESSION, JsonNodeFactory.instance.booleanNode(resumable)));
    }

    synchronized void send(ObjectNode payload) {
        if (compression == null) {
            socket.text(payload.toString());
            return;
        }
        socket.binary(compression.compress(payload.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void close(CloseCode reason) {
        close(reason.code(), reason.reason());
    }

    void close(int code, String reason) {
        closedByUs = true;
        Session ends = session;
        if (ends != null && CloseCode.endsSession(code)) {
            hub.forget(ends);
        }
        socket.close(code, reason);
    }

    void reset() {
        socket.reset();
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode payload(int opcode, @Nullable JsonNode data) {
        ObjectNode payload = data().put("op", opcode);
        payload.set("d", data);
        return payload.putNull("s").putNull("t");
    }
}

package org.spoolbot.providers.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.spoolbot.api.config.Secret;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;

/** A gateway on loopback that answers what it is told, in order. */
public final class LoopbackGateway implements AutoCloseable {
    private static final Secret KEY = new Secret("key-that-must-not-leak");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockWebServer server = new MockWebServer();
    private final OkHttpClient shared = new OkHttpClient();
    private Duration patience = Duration.ofSeconds(20);

    public LoopbackGateway() {
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /** Those who call are told nothing for a second at most; for all lines taken from here on. */
    public LoopbackGateway impatient() {
        patience = Duration.ofSeconds(1);
        return this;
    }

    public URI address(String path) {
        return server.url(path).uri();
    }

    public GatewayLines lines(String path) {
        return lines(address(path), Optional.empty());
    }

    public GatewayLines lines(URI base, Optional<URI> callback) {
        GatewayClient client = new GatewayClient(shared, base, KEY, patience);
        return new GatewayLines(
                client,
                client,
                new ClipDownloader(shared, base),
                elsewhere -> new GatewayClient(shared, elsewhere, KEY, patience),
                () -> callback);
    }

    public LoopbackGateway answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    public LoopbackGateway answer(int status, String body, String header, String value) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).setHeader(header, value).build());
        return this;
    }

    /** Reads the whole request, then hangs up. */
    public LoopbackGateway hangUp() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build());
        return this;
    }

    /** Reads the whole request, then never answers. */
    public LoopbackGateway stall() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        return this;
    }

    public int requests() {
        return server.getRequestCount();
    }

    public RecordedRequest next() throws InterruptedException {
        RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        if (!"Bearer key-that-must-not-leak".equals(request.getHeaders().get("Authorization"))) {
            throw new AssertionError("a request came without the key");
        }
        return request;
    }

    /** The target of the next request, which must not carry the key. */
    public String nextWithoutKey() throws InterruptedException {
        RecordedRequest request = server.takeRequest(20, TimeUnit.SECONDS);
        if (request == null || request.getHeaders().get("Authorization") != null) {
            throw new AssertionError("no request came without the key");
        }
        return request.getTarget();
    }

    public JsonNode nextBody() throws Exception {
        return json(next().getBody().utf8());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

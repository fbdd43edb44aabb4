package org.spoolbot.providers.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.config.Secret;

class GatewayClientTest {
    private final Set<Integer> callersPorts = ConcurrentHashMap.newKeySet();
    private HttpServer gateway;
    private GatewayClient client;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        gateway.createContext("/", exchange -> {
            callersPorts.add(exchange.getRemoteAddress().getPort());
            exchange.getRequestBody().readAllBytes();
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        gateway.start();
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        client = new GatewayClient(new OkHttpClient(), address, new Secret("key"), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void aPaidCallNeverGoesOverAnIdleConnectionThatTheGatewayMayBeClosing() {
        client.get("/tasks");
        client.post("/tasks", "{}");
        client.post("/tasks", "{}");

        assertThat(callersPorts).hasSize(3);
    }

    @Test
    void questionsShareAConnection() {
        client.get("/tasks");
        client.get("/tasks");

        assertThat(callersPorts).hasSize(1);
    }
}

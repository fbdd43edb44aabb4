package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks as Ark sends them, and as they go wrong. */
class SandboxCallbackTest {

    private final MovableClock clock = new MovableClock();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private SandboxGateway gateway;
    private ArkCaller caller;
    private HttpServer listener;
    private volatile int answer = 200;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(1), Duration.ofSeconds(10)).withApiKey("test-key"), clock);
        caller = new ArkCaller(gateway);
        listener = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        listener.createContext("/cb", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(SandboxCaller.read(body).path("status").asText());
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stop() {
        listener.stop(0);
        gateway.close();
    }

    @Test
    void theFirstCallbackCanComeBeforeTheAnswer() throws IOException {
        caller.create(body("x [sandbox:callback-early]"));
        assertThat(told).containsExactly("queued");
    }

    @Test
    void callbacksCanComeTwice() throws IOException {
        caller.create(body("x [sandbox:callback-repeat=1]"));
        Awaitility.await().until(() -> told.size() >= 2);
        clock.advance(Duration.ofSeconds(20));
        Awaitility.await().until(() -> told.size() >= 4);
        assertThat(told).containsExactly("queued", "queued", "succeeded", "succeeded");
    }

    @Test
    void callbacksCanComeInTheWrongOrder() throws IOException {
        caller.create(body("x [sandbox:callback-shuffle]"));
        clock.advance(Duration.ofSeconds(20));
        Awaitility.await().until(() -> told.size() >= 2);
        assertThat(told).containsExactly("succeeded", "queued");
    }

    @Test
    void anUnansweredCallbackIsTriedThreeTimesMore() throws IOException {
        answer = 503;
        caller.create(body("x [sandbox:queue-time=1000]"));
        Awaitility.await().until(() -> told.size() >= 4);
        Awaitility.await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(5)).until(() -> told.size() == 4);
        assertThat(gateway.stats()).containsEntry("callbacks", 4L);
    }

    @Test
    void aListThatContainsTheTaskCanBeAWebPage() throws IOException {
        caller.create(ArkCaller.body("x [sandbox:list-html]"));
        HttpResponse<String> page = caller.get(ArkCaller.PATH);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>");
    }

    private ObjectNode body(String prompt) {
        return ArkCaller.body(prompt).put("callback_url", "http://127.0.0.1:" + listener.getAddress().getPort() + "/cb");
    }
}

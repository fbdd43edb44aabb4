package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxGatewayTest {

    private static final SandboxOptions OPTIONS =
            SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key");

    private final MovableClock clock = new MovableClock();
    private SandboxGateway gateway;
    private ArkCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(OPTIONS, clock);
        caller = new ArkCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aTaskPassesThroughEveryStateAndTellsItsClip() throws IOException {
        String id = caller.create(ArkCaller.body("a corgi runs").put("seed", 42).put("return_last_frame", true));
        assertThat(id).matches("cgt-\\d{14}-[a-z0-9]+");
        assertThat(caller.query(id).path("status").asText()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(2));
        assertThat(caller.query(id).path("status").asText()).isEqualTo("running");
        clock.advance(Duration.ofSeconds(10));
        JsonNode task = caller.query(id);
        assertThat(task.path("status").asText()).isEqualTo("succeeded");
        assertThat(task.path("updated_at").asLong() - task.path("created_at").asLong()).isEqualTo(12);
        assertThat(task.path("usage").path("completion_tokens").asLong()).isEqualTo(40_594);
        assertThat(task.path("seed").asInt()).isEqualTo(42);
        assertThat(task.path("ratio").asText()).isEqualTo("21:9");
        assertThat(task.path("duration").asInt()).isEqualTo(4);
        assertThat(task.path("framespersecond").asInt()).isEqualTo(24);
        assertThat(task.path("generate_audio").asBoolean(true)).isFalse();
        HttpResponse<byte[]> png = caller.bytes(caller.request(task.path("content").path("last_frame_url").asText()));
        assertThat(new String(png.body(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    }

    @Test
    void theSameTasksAreServedBelowTheOtherPrefix() throws IOException {
        String id = caller.create(ArkCaller.body("a corgi runs"));
        assertThat(caller.get("/seedance" + ArkCaller.PATH + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyGetsInWithoutTheKey() throws IOException {
        HttpResponse<String> none = caller.send(caller.request(ArkCaller.PATH).GET());
        HttpResponse<String> wrong = caller.send(caller.request(ArkCaller.PATH).header("Authorization", "Bearer other").GET());
        assertThat(List.of(none.statusCode(), wrong.statusCode())).containsOnly(401);
        assertThat(ArkCaller.code(wrong)).isEqualTo("AuthenticationError");
        assertThat(ArkCaller.json(wrong).path("error").fieldNames())
                .toIterable()
                .containsExactly("code", "message", "param", "type");
    }

    @Test
    void aPageUnderAForeignNameCannotReachTheSandbox() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.baseUri().getPort())) {
            socket.getOutputStream().write("GET /_sandbox/tasks HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void aWrongBodyIsRefusedAndNothingIsMade() throws IOException {
        HttpResponse<String> response = caller.post(ArkCaller.body("x").put("frames", 57));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ArkCaller.json(response).path("error").path("param").asText()).isEqualTo("frames");
        HttpResponse<String> broken = caller.send(caller.authorized(ArkCaller.PATH).POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(gateway.tasks()).isEmpty();
    }

    @Test
    void anUnknownTaskIsNotFoundAndOldTasksAreForgotten() throws IOException {
        assertThat(caller.get(ArkCaller.PATH + "/cgt-0").statusCode()).isEqualTo(404);
        String id = caller.create(ArkCaller.body("x"));
        clock.advance(Duration.ofDays(7));
        assertThat(caller.get(ArkCaller.PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void deletingCancelsRefusesOrForgetsDependingOnTheState() throws IOException {
        String waiting = caller.create(ArkCaller.body("one"));
        assertThat(caller.delete(waiting).body()).isEqualTo("{}");
        assertThat(caller.query(waiting).path("status").asText()).isEqualTo("cancelled");
        assertThat(caller.delete(waiting).statusCode()).isEqualTo(409);
        String other = caller.create(ArkCaller.body("two"));
        clock.advance(Duration.ofSeconds(3));
        assertThat(caller.delete(other).statusCode()).isEqualTo(409);
        clock.advance(Duration.ofSeconds(30));
        assertThat(caller.delete(other).statusCode()).isEqualTo(200);
        assertThat(caller.get(ArkCaller.PATH + "/" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void manyTasksCanBeAskedForAtOnce() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.add(caller.create(ArkCaller.body("clip " + number)));
        }
        clock.advance(Duration.ofSeconds(12));
        caller.create(ArkCaller.body("late").put("model", "doubao-seedance-2-0-mini-260615"));
        JsonNode done = list("?filter.status=succeeded&page_num=2&page_size=2");
        assertThat(done.path("total").asInt()).isEqualTo(5);
        assertThat(done.path("items").findValuesAsText("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(list("?filter.task_ids=" + ids.get(0) + "&filter.task_ids=" + ids.get(3)).path("total").asInt()).isEqualTo(2);
        assertThat(list("?filter.model=doubao-seedance-2-0-mini-260615").path("total").asInt()).isEqualTo(1);
        assertThat(caller.get(ArkCaller.PATH + "?page_size=0").statusCode()).isEqualTo(400);
    }

    @Test
    void aClipsAddressTakesNoCredentialsAndNoAlteration() throws IOException {
        String url = finishedClip();
        HttpResponse<byte[]> whole = caller.bytes(caller.request(url));
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(new String(whole.body(), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(caller.bytes(caller.authorized(url)).statusCode()).isEqualTo(400);
        assertThat(caller.bytes(caller.request(url.replaceFirst("Signature=.", "Signature=x"))).statusCode()).isEqualTo(403);
        assertThat(caller.bytes(caller.request(url.replace("Expires=86400", "Expires=999999"))).statusCode()).isEqualTo(403);
        HttpResponse<byte[]> part = caller.bytes(caller.request(url).header("Range", "bytes=4-7"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 4-7/" + whole.body().length);
        clock.advance(Duration.ofHours(24));
        assertThat(caller.bytes(caller.request(url)).statusCode()).isEqualTo(403);
    }

    @Test
    void thousandsOfTasksNeedNoThreadsOfTheirOwn() throws IOException {
        caller.create(ArkCaller.body("first"));
        int before = Thread.activeCount();
        for (int number = 0; number < 1_500; number++) {
            caller.create(ArkCaller.body("load " + number));
        }
        assertThat(Thread.activeCount()).isLessThan(before + 20);
        assertThat(list("?filter.status=queued").path("total").asInt()).isEqualTo(1_501);
        clock.advance(Duration.ofSeconds(12));
        assertThat(list("?filter.status=succeeded").path("total").asInt()).isEqualTo(1_501);
    }

    @Test
    void whoAskedForItIsToldAboutEveryChange() throws IOException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        listener.createContext("/cb", exchange -> {
            JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
            told.add(body.path("status").asText());
            exchange.sendResponseHeaders(told.size() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        listener.start();
        try {
            caller.create(ArkCaller.body("x").put("callback_url", "http://127.0.0.1:" + listener.getAddress().getPort() + "/cb"));
            Awaitility.await().until(() -> told.size() >= 2);
            clock.advance(Duration.ofSeconds(3));
            Awaitility.await().until(() -> told.contains("running"));
            clock.advance(Duration.ofSeconds(30));
            Awaitility.await().until(() -> told.contains("succeeded"));
            assertThat(told).containsExactly("queued", "queued", "running", "succeeded");
        } finally {
            listener.stop(0);
        }
    }

    @Test
    void theRecorderTellsWhatWasSeen() throws IOException {
        ObjectNode body = ArkCaller.body("twice");
        String id = caller.create(body);
        caller.create(body);
        caller.query(id);
        assertThat(gateway.createsOf("twice")).isEqualTo(2);
        JsonNode seen = ArkCaller.json(caller.get("/_sandbox/tasks"));
        assertThat(seen.get(1).path("polls").asInt()).isEqualTo(1);
        assertThat(seen.get(1).path("creates").asInt()).isEqualTo(2);
        assertThat(seen.get(1).path("clientRequestId").asText()).isEqualTo("call-1");
        assertThat(ArkCaller.json(caller.get("/_sandbox/stats")).path("tasks").path("queued").asInt()).isEqualTo(2);
        assertThat(gateway.stats()).containsEntry("creates", 2L).containsEntry("polls", 1L);
    }

    private JsonNode list(String query) throws IOException {
        return ArkCaller.json(caller.get(ArkCaller.PATH + query));
    }

    private String finishedClip() throws IOException {
        String id = caller.create(ArkCaller.body("x"));
        clock.advance(Duration.ofSeconds(12));
        return caller.query(id).path("content").path("video_url").asText();
    }
}

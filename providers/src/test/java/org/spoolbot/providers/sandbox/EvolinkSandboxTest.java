package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolinkSandboxTest {

    private static final String CREATE = "/v1/videos/generations";
    private static final String TASK = "/v1/tasks/";
    private static final SandboxOptions OPTIONS =
            SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key");

    private static final MovableClock CLOCK = new MovableClock();
    private static SandboxGateway gateway;
    private static DialectCaller caller;
    private static TinyMedia media;

    @BeforeAll
    static void start() throws IOException {
        gateway = SandboxGateway.start(OPTIONS, CLOCK);
        caller = new DialectCaller(gateway);
        media = new TinyMedia();
    }

    @AfterAll
    static void stop() {
        media.close();
        gateway.close();
    }

    @Test
    void aTaskIsMadeAtOnePathAndAskedForAtAnother() throws IOException {
        DialectCaller.Answer made = caller.post(CREATE, body("a watch", "'duration':8,'quality':'720p','generate_audio':false"));
        String id = made.text("/id");
        long now = CLOCK.instant().getEpochSecond();
        assertThat(id).matches("task-unified-" + now + "-[a-z0-9]{8}");
        assertThat(made.body().toString().replace('"', '\'')).isEqualTo("{'id':'" + id + "','object':'video.generation.task','created':" + now
                + ",'model':'seedance-2.0','status':'pending','progress':0,'type':'video','task_info':{'can_cancel':true,'estimated_time':12,"
                + "'video_duration':8},'usage':{'billing_rule':'per_second','credits_reserved':107.98,'user_group':'default'}}");
        assertThat(task(id).path("status").asText()).isEqualTo("pending");
        CLOCK.advance(Duration.ofSeconds(7));
        JsonNode running = task(id);
        assertThat(running.path("status").asText()).isEqualTo("processing");
        assertThat(running.path("progress").asInt()).isEqualTo(50);
        assertThat(running.path("task_info").path("can_cancel").asBoolean()).isTrue();
        CLOCK.advance(Duration.ofSeconds(5));
        JsonNode done = task(id);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("progress").asInt()).isEqualTo(100);
        assertThat(done.path("usage")).isEqualTo(made.body().path("usage"));
        assertThat(done.path("task_info").path("can_cancel").asBoolean()).isFalse();
        assertThat(caller.open(done.path("results").path(0).asText()).statusCode()).isEqualTo(200);
        assertThat(caller.get(CREATE + "/" + id).status()).isEqualTo(404);
        assertThat(caller.delete(TASK + id).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} ends as {1} with {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[sandbox:fail=content_policy_violation]|failed|content_policy_violation", "[sandbox:expire]|failed|generation_timeout",
                "[sandbox:fail=request_cancelled]|failed|request_cancelled", "[sandbox:fail=cancelled]|cancelled|''",
                "[sandbox:fail=service_error] [sandbox:shape=error-absent]|failed|''", "[sandbox:no-url]|completed|''"
            })
    void whatGoesWrongIsSaidInTheTask(String directive, String status, String code) throws IOException {
        String id = create("a cat " + directive);
        CLOCK.advance(Duration.ofDays(1).minusSeconds(1));
        JsonNode done = task(id);
        assertThat(done.path("status").asText()).isEqualTo(status);
        assertThat(done.path("error").path("code").asText()).isEqualTo(code);
        assertThat(done.has("error")).isEqualTo(!code.isEmpty());
        assertThat(done.path("error").path("type").asText()).isEqualTo(code.isEmpty() ? "" : "task_error");
        assertThat(done.has("results")).isFalse();
    }

    @Test
    void aResultMayHaveItsOtherForm() throws IOException {
        String id = create("a cat [sandbox:shape=result-data]");
        CLOCK.advance(Duration.ofSeconds(12));
        assertThat(task(id).path("result_data").path(0).path("video_url").asText()).contains("/tos/");
        assertThat(task(id).has("results")).isFalse();
    }

    @Test
    void aVideoHandedInIsPaidForAndAFailureIsNot() throws IOException {
        BigDecimal before = used();
        String video = media.give("v.mp4", TinyMedia.mp4(7, 1280, 720));
        DialectCaller.Answer made = caller.post(CREATE, body("x", "'video_urls':['" + video + "'],'quality':'480p'"));
        assertThat(made.body().at("/usage/credits_reserved").decimalValue()).isEqualByComparingTo("45.70");
        assertThat(used().subtract(before)).isEqualByComparingTo("45.70");
        String failing = create("a cat [sandbox:fail=service_error]");
        assertThat(used().subtract(before)).isEqualByComparingTo("113.19");
        CLOCK.advance(Duration.ofSeconds(12));
        assertThat(task(failing).path("status").asText()).isEqualTo("failed");
        assertThat(used().subtract(before)).isEqualByComparingTo("45.70");
    }

    private BigDecimal used() throws IOException {
        JsonNode user = caller.get("/v1/credits").body().at("/data/user");
        BigDecimal used = user.path("used_credits").decimalValue();
        assertThat(used.add(user.path("remaining_credits").decimalValue())).isEqualByComparingTo("1000000");
        return used;
    }

    @ParameterizedTest(name = "a film of {0} s with {1} x {2}")
    @CsvSource({"1, 1280, 720", "16, 1280, 720", "5, 1920, 1080", "5, 600, 600", "5, 1600, 400"})
    void aVideoOutsideTheLimitsIsRefused(int seconds, int width, int height) throws IOException {
        String video = media.give("v.mp4", TinyMedia.mp4(seconds, width, height));
        DialectCaller.Answer refused = caller.post(CREATE, body("x", "'video_urls':['" + video + "']"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/param")).isEqualTo("video_urls[0]");
    }

    @Test
    void aPictureWithAFaceIsRefused() throws IOException {
        String picture = media.give("p.png", TinyMedia.png(400, 400));
        DialectCaller.Answer refused = caller.post(CREATE, body("x [sandbox:face]", "'image_urls':['" + picture + "']"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/error/code")).isEqualTo("content_policy_violation");
        String two = "'image_urls':['" + picture + "','" + picture + "']";
        assertThat(caller.post(CREATE, body("x [sandbox:face=2]", two)).text("/error/param")).isEqualTo("image_urls[1]");
        assertThat(caller.post(CREATE, body("x [sandbox:face=3]", two)).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
    @CsvSource({
        "401, unauthorized, authentication_error, authentication_error", "402, quota_exceeded, insufficient_quota, insufficient_quota_error",
        "403, permission_denied, permission_error, permission_error", "429, rate_limit_exceeded, evo_api_error, rate_limit_error",
        "500, internal_error, api_error, internal_server_error", "503, service_unavailable, api_error, service_unavailable_error"
    })
    void refusalsHaveTwoFlavours(int status, String code, String type, String numericType) throws IOException {
        DialectCaller.Answer words = caller.post(CREATE, body("x [sandbox:create-status=" + status + "]", "'duration':5"));
        assertThat(words.status()).isEqualTo(status);
        assertThat(words.text("/error/code")).isEqualTo(code);
        assertThat(words.text("/error/type")).isEqualTo(type);
        String directives = "[sandbox:create-status=" + status + "] [sandbox:shape=numeric-code]";
        DialectCaller.Answer numbers = caller.post(CREATE, body("x " + directives, "'duration':5"));
        assertThat(numbers.body().at("/error/code").isInt()).isTrue();
        assertThat(numbers.body().at("/error/code").asInt()).isEqualTo(status);
        assertThat(numbers.text("/error/type")).isEqualTo(numericType);
    }

    @Test
    void anIdThatIsNoneIsNotLookedFor() throws IOException {
        assertThat(caller.get(TASK + "cgt-1").status()).isEqualTo(400);
        assertThat(caller.get(TASK + "cgt-1").text("/error/code")).isEqualTo("invalid_task_id");
        assertThat(caller.get(TASK + "task-unified-1-abc").status()).isEqualTo(404);
        assertThat(caller.get(TASK + "task-unified-1-abc").text("/error/code")).isEqualTo("task_not_found");
        assertThat(caller.getWithKey(TASK + "task-unified-1-abc", "wrong").status()).isEqualTo(401);
    }

    @Test
    void theEndIsToldUntilSomebodyListens() throws IOException {
        Queue<String> told = new ConcurrentLinkedQueue<>();
        HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        listener.createContext("/cb", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(told.size() < 3 ? 500 : 200, -1);
            exchange.close();
        });
        listener.start();
        try {
            String callback = "http://127.0.0.1:" + listener.getAddress().getPort() + "/cb";
            String id = caller.post(CREATE, body("x", "'callback_url':'" + callback + "'")).text("/id");
            CLOCK.advance(Duration.ofSeconds(12));
            Awaitility.await().until(() -> told.size() == 1);
            CLOCK.advance(Duration.ofSeconds(1));
            Awaitility.await().until(() -> told.size() == 2);
            CLOCK.advance(Duration.ofSeconds(2));
            Awaitility.await().until(() -> told.size() == 3);
            JsonNode body = task(id);
            assertThat(told).allSatisfy(text -> assertThat(JsonText.of(text).path("status")).isEqualTo(body.path("status")));
            assertThat(JsonText.of(told.peek()).path("id").asText()).isEqualTo(id);
        } finally {
            listener.stop(0);
        }
    }

    private static String body(String prompt, String setting) {
        return "{'model':'seedance-2.0','prompt':'" + prompt + "'," + setting + "}";
    }

    private String create(String prompt) throws IOException {
        return caller.post(CREATE, body(prompt, "'duration':5")).text("/id");
    }

    private JsonNode task(String id) throws IOException {
        return caller.get(TASK + id).body();
    }
}

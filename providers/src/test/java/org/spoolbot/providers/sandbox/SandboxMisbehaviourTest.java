package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;

/** What a gateway can do wrong, shown with the JSON dialect; the code is the same for all. */
class SandboxMisbehaviourTest {

    private static final String PATH = "/v1/videos";

    private final MovableClock clock = new MovableClock();
    private SandboxGateway gateway;
    private SandboxCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(1), Duration.ofSeconds(10)).withApiKey("test-key"), clock);
        caller = new SandboxCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest(name = "{0} is answered {1} {2}")
    @CsvSource({
        "refuse=model_not_found, 503, model_not_found", "refuse=insufficient_user_quota, 403, insufficient_user_quota",
        "refuse=sensitive_words_detected, 400, sensitive_words_detected",
        "refuse=InputImageSensitiveContentDetected.PrivacyInformation, 400, fail_to_fetch_task",
        "create-status=402, 402, insufficient_user_quota", "create-status=500, 500, do_request_failed"
    })
    void aCreateCallIsRefusedInTheGatewaysWords(String directive, int status, String code) throws IOException {
        HttpResponse<String> response = post("x [sandbox:" + directive + "]");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(SandboxCaller.read(response).findValuesAsText("code")).contains(code);
        assertThat(gateway.tasks()).isEmpty();
    }

    @Test
    void upstreamsVerdictIsHiddenInAText() throws IOException {
        JsonNode body = SandboxCaller.read(post("x [sandbox:refuse=OutputVideoSensitiveContentDetected]"));
        assertThat(SandboxCaller.read(body.path("message").asText()).path("error").path("code").asText())
                .isEqualTo("OutputVideoSensitiveContentDetected");
    }

    @Test
    void howLongToWaitIsSaidOrNot() throws IOException {
        HttpResponse<String> said = post("x [sandbox:create-status=429] [sandbox:retry-after=0]");
        assertThat(said.headers().firstValue("Retry-After")).contains("0");
        HttpResponse<String> unsaid = post("x [sandbox:create-status=429] [sandbox:retry-after=none]");
        assertThat(unsaid.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void queriesLagBehind() throws IOException {
        String id = created("x [sandbox:lag=5]");
        clock.advance(Duration.ofSeconds(12));
        assertThat(status(id)).isEqualTo("in_progress");
        clock.advance(Duration.ofSeconds(4));
        assertThat(status(id)).isEqualTo("completed");
    }

    @Test
    void theFirstStatesCanBeAnything() throws IOException {
        String id = created("x [sandbox:states=unknown,odd]");
        assertThat(status(id)).isEqualTo("unknown");
        assertThat(status(id)).isEqualTo("odd");
        assertThat(status(id)).isEqualTo("queued");
    }

    @Test
    void aTaskCanBeDeniedRightAfterItWasMade() throws IOException {
        String id = created("x [sandbox:not-found=2]");
        assertThat(caller.get(PATH + "/" + id).body()).contains("task_not_exist");
        assertThat(caller.get(PATH + "/" + id).statusCode()).isEqualTo(400);
        assertThat(status(id)).isEqualTo("queued");
    }

    @Test
    void queriesCanMeetAWebPageOrNothing() throws IOException {
        String page = created("x [sandbox:poll-html times=1]");
        assertThat(caller.get(PATH + "/" + page).body()).contains("<h1>");
        assertThat(status(page)).isEqualTo("queued");
        String empty = created("x [sandbox:poll-empty times=1]");
        assertThat(caller.get(PATH + "/" + empty).body()).isEmpty();
    }

    @Test
    void successCanComeBeforeTheClip() throws IOException {
        String id = created("x [sandbox:finalizing=1] [sandbox:no-url times=2]");
        clock.advance(Duration.ofSeconds(11));
        assertThat(status(id)).isEqualTo("succeeded");
        assertThat(caller.json(PATH + "/" + id).path("status").asText()).isEqualTo("completed");
        assertThat(caller.json(PATH + "/" + id).has("video_url")).isFalse();
        assertThat(caller.json(PATH + "/" + id).has("video_url")).isTrue();
    }

    @Test
    void progressGoesInTheStepsThatWereAskedFor() throws IOException {
        CurlForm form = CurlForm.sample("x [sandbox:progress=7,77]");
        String id = SandboxCaller.read(caller.post("/v1/video/generations", CurlForm.TYPE, form.end())).path("task_id").asText();
        clock.advance(Duration.ofSeconds(2));
        assertThat(caller.json("/v1/video/generations/" + id).path("progress").asInt()).isEqualTo(7);
        clock.advance(Duration.ofSeconds(8));
        assertThat(caller.json("/v1/video/generations/" + id).path("progress").asInt()).isEqualTo(77);
    }

    @Test
    void anAddressCanBeTooOldOrLeadOn() throws IOException {
        String old = created("x [sandbox:expired-url]");
        String leading = created("x [sandbox:redirect]");
        clock.advance(Duration.ofSeconds(11));
        assertThat(caller.bytes(caller.request(url(old))).statusCode()).isEqualTo(403);
        HttpResponse<byte[]> first = caller.bytes(caller.request(url(leading)));
        assertThat(first.statusCode()).isEqualTo(302);
        String next = first.headers().firstValue("Location").orElseThrow();
        assertThat(caller.bytes(caller.request(next)).statusCode()).isEqualTo(200);
        assertThat(caller.bytes(caller.request(next).header("Authorization", "Bearer test-key")).statusCode()).isEqualTo(400);
    }

    @Test
    void anOperatorCanAskForTroubleWithoutTouchingThePrompt() throws IOException {
        misbehave("{\"dialect\":\"laozhang-videos\",\"prompt\":\"corgi\",\"times\":2,"
                + "\"directives\":[\"create-status:429\",\"retry-after:20\"]}");
        assertThat(post("a cat").statusCode()).isEqualTo(200);
        assertThat(post("a corgi").headers().firstValue("Retry-After")).contains("20");
        assertThat(post("a corgi").statusCode()).isEqualTo(429);
        assertThat(post("a corgi").statusCode()).isEqualTo(200);
        misbehave("{\"times\":9,\"directives\":[\"drop-after-accept\"]}");
        assertThatThrownBy(() -> post("a dog")).isInstanceOf(IOException.class);
        assertThat(caller.send(caller.request("/_sandbox/misbehave").DELETE()).statusCode()).isEqualTo(200);
        assertThat(post("a dog").statusCode()).isEqualTo(200);
        assertThat(gateway.createsOf("a dog")).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{}", "{\"directives\":[]}", "{\"directives\":[\"explode\"]}", "{\"directives\":[\"expire\"],\"time\":1}",
                "{\"directives\":[\"expire\"],\"times\":0}", "{\"directives\":[\"expire\"],\"dialect\":\"sora\"}", "[]", "{"
            })
    void aMisspeltRequestForTroubleIsRefused(String body) throws IOException {
        assertThat(caller.postJson("/_sandbox/misbehave", body).statusCode()).isEqualTo(400);
    }

    @Test
    void aPageInABrowserCannotAskForTrouble() throws IOException {
        String body = "{\"directives\":[\"expire\"]}";
        assertThat(caller.send(caller.request("/_sandbox/misbehave").POST(BodyPublishers.ofString(body))).statusCode()).isEqualTo(400);
    }

    @Test
    void whatOneDialectDoesNotHaveIsNotIgnored() throws IOException {
        HttpResponse<String> response = post("x [sandbox:shape=wrapped]");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("wrapped");
    }

    @Test
    void whatWasSentCanBeReadWithoutItsSecrets() throws IOException {
        String id = created("a corgi with test-key");
        caller.get(PATH + "/" + id + "?token=abc");
        RecordedRequest create = gateway.requests().get(0);
        assertThat(create.dialect()).isEqualTo("laozhang-videos");
        assertThat(create.status()).isEqualTo(200);
        assertThat(create.clientRequestId()).isEqualTo("call-7");
        assertThat(create.body().text()).contains("a corgi with ****").doesNotContain("test-key");
        assertThat(gateway.requests().get(1).path()).endsWith("?token=****");
        assertThat(gateway.createsWithId("call-7")).isEqualTo(1);
        JsonNode seen = caller.json("/_sandbox/requests");
        assertThat(seen.get(0).path("method").asText()).isEqualTo("POST");
    }

    private void misbehave(String rule) throws IOException {
        HttpResponse<String> response = caller.postJson("/_sandbox/misbehave", rule);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private HttpResponse<String> post(String prompt) throws IOException {
        return caller.postJson(PATH, "{\"model\":\"doubao-seedance-2-0-260128\",\"prompt\":\"" + prompt + "\"}");
    }

    private String created(String prompt) throws IOException {
        HttpResponse<String> response = post(prompt);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return SandboxCaller.read(response).path("id").asText();
    }

    private String status(String id) throws IOException {
        return caller.json(PATH + "/" + id).path("status").asText();
    }

    private String url(String id) throws IOException {
        return caller.json(PATH + "/" + id).path("video_url").asText();
    }
}

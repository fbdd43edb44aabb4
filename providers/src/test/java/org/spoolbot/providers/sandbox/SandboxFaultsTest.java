package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxFaultsTest {

    private final MovableClock clock = new MovableClock();
    private SandboxGateway gateway;
    private ArkCaller caller;

    @BeforeEach
    void start() throws IOException {
        gateway = SandboxGateway.start(SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1)), clock);
        caller = new ArkCaller(gateway);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @ParameterizedTest(name = "{0} comes with {1}")
    @CsvSource({
        "400, InvalidParameter", "401, AuthenticationError", "402, InsufficientBalance", "403, AccountOverdueError", "404, ResourceNotFound",
        "429, RateLimitExceeded.EndpointRPMExceeded", "500, InternalServiceError", "503, ServiceUnavailable"
    })
    void aCreateCallCanBeRefused(int status, String code) throws IOException {
        HttpResponse<String> response = caller.post(ArkCaller.body("x [sandbox:create-status=" + status + " retry-after=7]"));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ArkCaller.code(response)).isEqualTo(code);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(gateway.tasks()).isEmpty();
    }

    @ParameterizedTest(name = "{0} comes with {1}")
    @CsvSource({
        "InputTextSensitiveContentDetected, 400, sensitive", "OutputVideoSensitiveContentDetected.PolicyViolation, 400, copyright",
        "InputImageSensitiveContentDetected.PrivacyInformation, 400, real person", "PUBLIC_MODERATION, 403, PUBLIC_MODERATION",
        "QuotaExceeded, 429, QuotaExceeded", "model_not_found, 503, no available channel", "InvalidParameter.TaskTypeConstraint, 400, TaskType"
    })
    void aCodeComesWithItsStatusAndItsWords(String code, int status, String words) throws IOException {
        HttpResponse<String> response = caller.post(ArkCaller.body("x [sandbox:refuse=" + code + "]"));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(ArkCaller.code(response)).isEqualTo(code);
        assertThat(ArkCaller.json(response).path("error").path("message").asText()).contains(words);
        assertThat(gateway.tasks()).isEmpty();
    }

    @Test
    void aRefusalCanNameAnotherCodeAndEndAfterAFewTimes() throws IOException {
        String prompt = "x [sandbox:create-status=503 code=model_not_found times=2]";
        HttpResponse<String> first = caller.post(ArkCaller.body(prompt));
        assertThat(first.body()).contains("model_not_found", "no available channel for this model");
        assertThat(caller.post(ArkCaller.body(prompt)).statusCode()).isEqualTo(503);
        assertThat(caller.post(ArkCaller.body(prompt)).statusCode()).isEqualTo(200);
        assertThat(gateway.createsOf(prompt)).isEqualTo(3);
    }

    @Test
    void aMaintenancePageOrAnEmptyAnswerComesWithSuccess() throws IOException {
        HttpResponse<String> page = caller.post(ArkCaller.body("[sandbox:create-html]"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>");
        HttpResponse<String> empty = caller.post(ArkCaller.body("[sandbox:create-empty]"));
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
        assertThat(gateway.tasks()).isEmpty();
    }

    @Test
    void aDroppedConnectionLeavesATaskOrNot() {
        assertThatThrownBy(() -> caller.post(ArkCaller.body("a [sandbox:drop-before-accept]"))).isInstanceOf(IOException.class);
        assertThat(gateway.tasks()).isEmpty();
        assertThatThrownBy(() -> caller.post(ArkCaller.body("a [sandbox:drop-after-accept]"))).isInstanceOf(IOException.class);
        assertThat(gateway.tasks()).hasSize(1);
        assertThat(gateway.createsOf("a [sandbox:drop-after-accept]")).isEqualTo(1);
    }

    @Test
    void aSlowAnswerLeavesATaskBehind() {
        HttpRequest.Builder request = caller.authorized(ArkCaller.PATH)
                .timeout(Duration.ofMillis(400))
                .POST(HttpRequest.BodyPublishers.ofString(ArkCaller.body("slow [sandbox:hang=30]").toString()));
        assertThatThrownBy(() -> caller.send(request)).isInstanceOf(HttpTimeoutException.class);
        assertThat(gateway.createsOf("slow [sandbox:hang=30]")).isEqualTo(1);
    }

    @Test
    void plainAnswersClaimToBeGzipUnlessIdentityIsAskedFor() throws IOException {
        HttpResponse<String> created = caller.post(ArkCaller.body("[sandbox:gzip-lie]x"));
        assertThat(created.headers().firstValue("Content-Encoding")).contains("gzip");
        String id = ArkCaller.json(created).path("id").asText();
        HttpResponse<String> honest = caller.send(caller.authorized(ArkCaller.PATH + "/" + id).header("Accept-Encoding", "identity").GET());
        assertThat(honest.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(caller.get(ArkCaller.PATH + "/" + id).headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void aTaskCanFailOrExpire() throws IOException {
        String failing = caller.create(ArkCaller.body("x [sandbox:fail=OutputVideoSensitiveContentDetected]"));
        String expiring = caller.create(ArkCaller.body("x [sandbox:expire]"));
        assertThat(caller.query(failing).path("status").asText()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(2));
        JsonNode failed = caller.query(failing);
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo("OutputVideoSensitiveContentDetected");
        assertThat(failed.has("content")).isFalse();
        assertThat(caller.query(expiring).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void timesCanBeSetForOneTask() throws IOException {
        String id = caller.create(ArkCaller.body("x [sandbox:queue-time=5][sandbox:render-time=7]"));
        clock.advance(Duration.ofMillis(4_999));
        assertThat(caller.query(id).path("status").asText()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(7));
        assertThat(caller.query(id).path("status").asText()).isEqualTo("running");
        clock.advance(Duration.ofSeconds(1));
        assertThat(caller.query(id).path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void aTaskThatTakesLongerThanAllowedExpires() throws IOException {
        String id = caller.create(ArkCaller.body("x [sandbox:queue-time=3600] [sandbox:render-time=3600]").put("execution_expires_after", 3600));
        clock.advance(Duration.ofSeconds(3_700));
        assertThat(caller.query(id).path("status").asText()).isEqualTo("expired");
    }

    @Test
    void pollsCanFailForAWhile() throws IOException {
        String id = caller.create(ArkCaller.body("x [sandbox:poll-status=500 times=2]"));
        assertThat(caller.get(ArkCaller.PATH + "/" + id).statusCode()).isEqualTo(500);
        assertThat(caller.get(ArkCaller.PATH + "/" + id).statusCode()).isEqualTo(500);
        assertThat(caller.get(ArkCaller.PATH + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void downloadsCanFailForAWhile() throws IOException {
        String id = caller.create(ArkCaller.body("x [sandbox:download-status=403 times=1]"));
        clock.advance(Duration.ofSeconds(2));
        String url = caller.query(id).path("content").path("video_url").asText();
        assertThat(caller.bytes(caller.request(url)).statusCode()).isEqualTo(403);
        assertThat(caller.bytes(caller.request(url)).statusCode()).isEqualTo(200);
        assertThat(gateway.tasks().getFirst().calls().downloads()).isEqualTo(2);
    }

    @Test
    void aTaskCanSucceedWithoutSayingWhereItsClipIs() throws IOException {
        String id = caller.create(ArkCaller.body("x [sandbox:no-url]"));
        clock.advance(Duration.ofSeconds(2));
        JsonNode task = caller.query(id);
        assertThat(task.path("status").asText()).isEqualTo("succeeded");
        assertThat(task.path("content").has("video_url")).isFalse();
    }

    @Test
    void aMisspeltInstructionIsRefused() throws IOException {
        HttpResponse<String> response = caller.post(ArkCaller.body("x [sandbox:crash]"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("crash");
    }
}

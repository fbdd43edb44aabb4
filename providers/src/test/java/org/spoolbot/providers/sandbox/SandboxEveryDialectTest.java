package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is promised of all dialects, asked of each. */
class SandboxEveryDialectTest {

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

    @ParameterizedTest
    @EnumSource
    void aTextBecomesAClipThatOnlyItsOwnDialectKnows(DialectCase dialect) throws IOException {
        String id = dialect.created(caller, "a corgi");
        clock.advance(Duration.ofSeconds(20));
        JsonNode done = finished(dialect, id);
        byte[] clip = caller.bytes(caller.request(dialect.url(done))).body();
        assertThat(new String(clip, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
        assertThat(caller.bytes(caller.request(dialect.url(done)).header("Authorization", "Bearer test-key")).statusCode()).isEqualTo(400);
        for (DialectCase other : DialectCase.values()) {
            int status = caller.get(other.queryPath(id)).statusCode();
            assertThat(status).as(other.name()).matches(code -> other == dialect ? code == 200 : code >= 400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalIsInTheDialectsWordsAndCountedOnce(DialectCase dialect) throws IOException {
        for (int status : new int[] {400, 401, 402, 403, 429, 500, 503}) {
            String prompt = "x [sandbox:create-status=" + status + " retry-after=7]";
            HttpResponse<String> refused = caller.send(dialect.create(caller, prompt));
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(refused.headers().firstValue("Retry-After")).contains("7");
            assertThat(SandboxCaller.read(refused).isObject()).isTrue();
            assertThat(gateway.createsOf(prompt)).isEqualTo(1);
        }
        assertThat(gateway.tasks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCreateCallCanGoWrongInEveryWay(DialectCase dialect) throws IOException {
        assertThat(caller.send(dialect.create(caller, "[sandbox:create-html]x")).body()).contains("<h1>");
        assertThat(caller.send(dialect.create(caller, "[sandbox:create-empty]x")).body()).isEmpty();
        assertThatThrownBy(() -> caller.send(dialect.create(caller, "[sandbox:drop-before-accept]x"))).isInstanceOf(IOException.class);
        assertThat(gateway.tasks()).isEmpty();
        assertThatThrownBy(() -> caller.send(dialect.create(caller, "[sandbox:drop-after-accept]x"))).isInstanceOf(IOException.class);
        assertThat(gateway.tasks()).hasSize(1);
        assertThat(gateway.createsOf("[sandbox:drop-after-accept]x")).isEqualTo(1);
        assertThat(caller.send(dialect.create(caller, "[sandbox:gzip-lie]x")).headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(caller.send(dialect.create(caller, "[sandbox:nonsense]x")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void aQueryCanGoWrongInEveryWay(DialectCase dialect) throws IOException {
        String missing = dialect.created(caller, "x [sandbox:not-found=1]");
        HttpResponse<String> denied = caller.get(dialect.queryPath(missing));
        assertThat(denied.statusCode()).isBetween(400, 404);
        assertThat(caller.get(dialect.queryPath(missing)).statusCode()).isEqualTo(200);
        String broken = dialect.created(caller, "x [sandbox:poll-status=502 times=1]");
        assertThat(caller.get(dialect.queryPath(broken)).statusCode()).isEqualTo(502);
        String page = dialect.created(caller, "x [sandbox:poll-html times=1]");
        assertThat(caller.get(dialect.queryPath(page)).body()).contains("<h1>");
        String odd = dialect.created(caller, "x [sandbox:states=odd]");
        assertThat(caller.json(dialect.queryPath(odd)).path("status").asText()).isEqualTo("odd");
    }

    @ParameterizedTest
    @EnumSource
    void aMadeClipCanBeKeptSecretForAWhile(DialectCase dialect) throws IOException {
        String id = dialect.created(caller, "x [sandbox:finalizing=1] [sandbox:no-url times=1]");
        clock.advance(Duration.ofSeconds(20));
        assertThat(dialect.url(caller.json(dialect.queryPath(id)))).isEmpty();
        assertThat(dialect.url(caller.json(dialect.queryPath(id)))).isEmpty();
        assertThat(dialect.url(caller.json(dialect.queryPath(id)))).contains("/tos/" + id);
    }

    @ParameterizedTest
    @EnumSource
    void anAddressCanBeTooOld(DialectCase dialect) throws IOException {
        String id = dialect.created(caller, "x [sandbox:expired-url]");
        clock.advance(Duration.ofSeconds(20));
        assertThat(caller.bytes(caller.request(dialect.url(finished(dialect, id)))).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskCanFailWithACode(DialectCase dialect) throws IOException {
        String id = dialect.created(caller, "x [sandbox:fail=OutputVideoSensitiveContentDetected]");
        clock.advance(Duration.ofSeconds(20));
        JsonNode failed = caller.json(dialect.queryPath(id));
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("error").isMissingNode() || failed.path("error").isNull()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anOperatorCanAskForTroubleInOneDialectOnly(DialectCase dialect) throws IOException {
        String rule = "{\"dialect\":\"" + dialect.dialect().word() + "\",\"directives\":[\"create-status=503\"]}";
        assertThat(caller.postJson("/_sandbox/misbehave", rule).statusCode()).isEqualTo(200);
        for (DialectCase other : DialectCase.values()) {
            assertThat(caller.send(other.create(caller, "x")).statusCode()).as(other.name()).isEqualTo(other == dialect ? 503 : 200);
        }
        assertThat(caller.send(dialect.create(caller, "x")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsInWithAnotherKey(DialectCase dialect) throws IOException {
        assertThat(caller.send(caller.request(dialect.queryPath("x")).header("Authorization", "Bearer other").GET()).statusCode())
                .isEqualTo(401);
    }

    private JsonNode finished(DialectCase dialect, String id) throws IOException {
        JsonNode answer = caller.json(dialect.queryPath(id));
        for (int attempt = 0; attempt < 3 && !dialect.isDone(answer); attempt++) {
            answer = caller.json(dialect.queryPath(id));
        }
        return answer;
    }
}

package org.spoolbot.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.gateway.Dialect;

/** What must never cost anybody twice, counted at the socket; the order has a file where the dialect sends files. */
public abstract class PaidOnceTraps {
    private static final String ACCEPTED = "{\"id\":\"second\",\"task_id\":\"second\"}";

    @TempDir
    protected Path folder;

    protected GatewayBench bench;

    protected abstract Dialect dialect();

    /** An order with everything that makes the body longer. */
    protected abstract GenerationOrder heavy();

    @BeforeEach
    void start() throws IOException {
        bench = new GatewayBench(dialect(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void isUnknownAndPaidOnce() {
        bench.answer(200, ACCEPTED);
        assertThat(bench.provider().submit(heavy())).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(bench.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void dropped_after_the_order_was_read() {
        bench.server().enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build());
        isUnknownAndPaidOnce();
    }

    @Test
    void a_503_that_asks_to_come_again_at_once() {
        bench.server().enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());
        isUnknownAndPaidOnce();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 504})
    void an_answer_that_does_not_tell_whether_it_was_taken(int status) {
        bench.answer(status, "");
        isUnknownAndPaidOnce();
    }

    @Test
    void no_answer_at_all() {
        bench.server().enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        isUnknownAndPaidOnce();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>maintenance</html>", "", "{\"status\":\"pending\"}", "{\"code\":\"success\",\"data\":null}"})
    void a_success_that_names_no_task(String body) {
        bench.answer(200, body);
        isUnknownAndPaidOnce();
    }

    @Test
    void a_redirect_does_not_take_order_and_key_elsewhere() {
        bench.server().enqueue(new MockResponse.Builder().code(307).setHeader("Location", "/elsewhere").build());
        bench.answer(200, ACCEPTED);
        assertThat(bench.provider().submit(heavy())).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(bench.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_cannot_be_reached_took_nothing() throws IOException {
        URI nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        assertThat(bench.providerAt(nowhere).submit(heavy())).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.UPSTREAM);
            assertThat(refused.retryAfter()).isPresent();
        });
    }

    @Test
    void a_429_waits_as_long_as_the_gateway_asks() {
        bench.server().enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "7").body("{}").build());
        assertThat(bench.provider().submit(heavy())).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
        });
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', value = {
        "400 | {\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null} | ROUTE_MISCONFIGURED",
        "400 | {\"error\":{\"code\":\"InputTextRiskDetection\",\"message\":\"secret details\"}} | CONTENT_POLICY",
        "400 | {\"code\":\"fail_to_fetch_task\",\"message\":\"{\\\"error\\\":{\\\"code\\\":\\\"InputTextRiskDetection\\\"}}\",\"data\":null} | CONTENT_POLICY",
        "500 | {\"code\":\"model_not_found\",\"message\":\"no\"} | ROUTE_MISCONFIGURED",
        "503 | {\"error\":{\"message\":\"No available channel for group\",\"type\":\"new_api_error\",\"code\":\"\"}} | ROUTE_MISCONFIGURED",
        "501 | {\"code\":\"not_implemented\",\"message\":\"secret details\"} | ROUTE_MISCONFIGURED",
        "403 | {\"error\":{\"message\":\"secret details\",\"code\":\"insufficient_user_quota\"}} | NO_CREDIT",
        "403 | {\"code\":\"pre_consume_token_quota_failed\",\"message\":\"\"} | NO_CREDIT",
        "429 | {\"error\":{\"message\":\"Your balance is used up\"}} | NO_CREDIT",
        "429 | {\"error\":{\"code\":\"token_concurrency_limit_reached\"}} | RATE_LIMIT",
        "400 | {\"error\":{\"code\":\"sensitive_words_detected\"}} | CONTENT_POLICY",
        "401 | {\"error\":\"secret details\"} | AUTH",
        "402 | {} | NO_CREDIT",
        "422 | {\"code\":1001,\"msg\":\"secret details\"} | INVALID_PARAMS"
    })
    void every_envelope_of_a_refusal_is_understood_and_shows_no_foreign_text(int status, String body, ErrorKind kind) {
        bench.answer(status, body);
        assertThat(bench.provider().submit(bench.words())).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.detail()).doesNotContain("secret details").startsWith("HTTP " + status);
        });
    }

    @Test
    void a_plain_answer_marked_as_gzip_is_read() {
        bench.server().enqueue(new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(ACCEPTED).build());
        assertThat(bench.provider().submit(heavy())).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(bench.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void an_order_of_words_alone_is_taken_at_the_first_call() {
        bench.answer(200, "{\"id\":\"first\",\"task_id\":\"first\"}");
        assertThat(bench.provider().submit(bench.order(Prompt.plain("x"), Mode.TEXT)))
                .isInstanceOfSatisfying(SubmitOutcome.Accepted.class, taken -> assertThat(taken.taskId()).isEqualTo("first"));
        assertThat(bench.server().getRequestCount()).isEqualTo(1);
    }
}

package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.engine.Logs;
import org.spoolbot.engine.health.ReadinessCheck;

class HealthTest {
    @TempDir
    Path home;

    @Test
    void aServerThatRunsIsAlive() throws Exception {
        try (Site site = Site.in(home).open()) {
            var answer = site.fetch("/healthz", "Sec-Fetch-Site", "cross-site");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(site.send(site.to("/healthz").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
            assertThat(site.send(site.to("/readyz").DELETE()).headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void aServerThatCannotWorkSaysWhatIsMissingAndGoesGreenAgain() throws Exception {
        AtomicBoolean full = new AtomicBoolean(true);
        ReadinessCheck disk = check("disk", () -> new ReadinessCheck.Outcome(!full.get(), full.get() ? "1 GiB is free" : "fine"));
        ReadinessCheck storage = check("storage", () -> new ReadinessCheck.Outcome(true, "fine"));
        try (Site site = Site.in(home).checking(storage, disk).open()) {
            var red = site.fetch("/readyz");
            JsonNode page = new ObjectMapper().readTree(red.body());

            assertThat(red.statusCode()).isEqualTo(503);
            assertThat(page.at("/ready").asBoolean(true)).isFalse();
            assertThat(page.at("/checks/0/name").asText()).isEqualTo("disk");
            assertThat(page.at("/checks/0/ready").asBoolean(true)).isFalse();
            assertThat(page.at("/checks/0/detail").asText()).isEqualTo("1 GiB is free");
            assertThat(page.at("/checks/1/ready").asBoolean()).isTrue();

            full.set(false);
            assertThat(site.fetch("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCheckThatBreaksIsRedAndTheOthersAreStillTold() throws Exception {
        ReadinessCheck broken = check("broken", () -> {
            throw new IllegalStateException("inside");
        });
        ReadinessCheck unlinked = check("unlinked", () -> {
            throw new NoClassDefFoundError("inside");
        });
        ReadinessCheck fine = check("fine", () -> new ReadinessCheck.Outcome(true, "fine"));
        try (Logs log = new Logs(HttpServer.class);
                Site site = Site.in(home).checking(broken, unlinked, fine).open()) {
            var answer = site.fetch("/readyz");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("inside").contains("\"fine\"", "the check itself failed; see the log");
            assertThat(log.lines()).contains("the readiness check broken failed", "the readiness check unlinked failed");
        }
    }

    @Test
    void metricsTellOfTheMachineAndOfRequestsByPluginAndStatusOnly() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/secret-path/*", request -> HttpResponse.empty(204));
            site.fetch("/plugins/demo/secret-path/token-4711?key=4712");
            site.fetch("/plugins/demo/secret-path/token-4713");
            site.fetch("/plugins/nobody-4714/x");
            site.fetch("/media/token-4715.mp4");
            site.call("localhost", "/%2e%2e/4716");

            String page = site.fetch("/metrics").body();

            assertThat(page)
                    .contains("spoolbot_http_requests_total{plugin=\"demo\",status=\"2xx\"} 2.0")
                    .contains("spoolbot_http_requests_total{plugin=\"none\",status=\"4xx\"} 1.0")
                    .contains("spoolbot_http_requests_total{plugin=\"media\",status=\"4xx\"} 1.0")
                    .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads ", "jvm_gc_", "process_uptime_seconds ")
                    .doesNotContain("secret-path", "token-", "nobody-", "key=", "/4716"); // 471 alone may be part of any figure
        }
    }

    @Test
    void metricsCountWhatBrokeAndWhoWasRefused() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/breaks", request -> {
                throw new IllegalStateException("broken");
            });
            site.fetch("/plugins/demo/breaks");
            site.call("evil.example", "/");

            assertThat(site.fetch("/metrics").body())
                    .contains("spoolbot_http_requests_total{plugin=\"demo\",status=\"5xx\"} 1.0")
                    .contains("spoolbot_http_requests_total{plugin=\"none\",status=\"4xx\"} 1.0");
        }
    }

    private static ReadinessCheck check(String name, Supplier<ReadinessCheck.Outcome> look) {
        return new ReadinessCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Outcome look() {
                return look.get();
            }
        };
    }
}

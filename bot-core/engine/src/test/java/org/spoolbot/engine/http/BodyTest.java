package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.engine.Logs;

class BodyTest {
    private static final HttpHandler COUNTS = request -> {
        try (InputStream body = request.body(1000)) {
            return HttpResponse.text(200, "text/plain", String.valueOf(body.readAllBytes().length));
        }
    };

    @TempDir
    Path home;

    @Test
    void aBodyIsTakenUpToItsLimit() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/in", COUNTS);

            assertThat(site.send(site.to("/plugins/demo/in").POST(BodyPublishers.ofByteArray(new byte[1000]))).body()).isEqualTo("1000");
            assertThat(site.send(site.to("/plugins/demo/in").POST(undeclared(1000))).body()).isEqualTo("1000");
        }
    }

    @Test
    void aBodyThatDeclaresTooMuchIsRefusedBeforeItIsRead() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/in", COUNTS);

            Raw answer = site.raw("POST /plugins/demo/in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000000\r\n\r\n");

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("{\"error\":").contains("1000");
        }
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/in", COUNTS);

            var answer = site.send(site.to("/plugins/demo/in").POST(undeclared(1001)));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("{\"error\":");
        }
    }

    @Test
    void aClientThatIsStillSendingReadsWhyItWasRefused() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/in", COUNTS);

            var answer = site.send(site.to("/plugins/demo/in").POST(BodyPublishers.ofByteArray(new byte[500_000])));

            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void aClientThatIsRefusedAndStopsSendingHasItsAnswerAtOnceAndIsLetGoAfterTheSilence() throws Exception {
        try (Site site = Site.in(home).silentFor(Duration.ofMillis(500)).open();
                Wire wire = Wire.to(site.server.port())) {
            wire.write("POST /plugins/demo/nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\nhello");

            assertThat(wire.line()).contains(" 404 ");
            assertThat(wire.rest()).contains("{\"error\":");
        }
    }

    @Test
    void brokenChunksAreTheClientsFaultAndNoErrorInTheLog() throws Exception {
        try (Site site = Site.in(home).open();
                Logs log = new Logs(HttpServer.class)) {
            site.post("/in", COUNTS);

            Raw answer = site.raw("POST /plugins/demo/in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nhello\r\n");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":");
            assertThat(log.lines()).noneMatch(line -> line.contains("failed"));
        }
    }

    @Test
    void aClientThatVanishesInTheMiddleFreesTheHandler() throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        CountDownLatch reading = new CountDownLatch(1);
        try (Site site = Site.in(home).open();
                Logs log = new Logs(HttpServer.class);
                Wire wire = Wire.to(site.server.port())) {
            site.post("/in", noting(reading, end));
            wire.write("POST /plugins/demo/in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\nhello");
            assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();

            wire.vanish();

            await().untilAsserted(() -> assertThat(end.get()).isInstanceOf(IOException.class));
            site.stop();
            assertThat(log.lines()).noneMatch(line -> line.contains("failed"));
        }
    }

    @Test
    void aFaultOfAPluginIsToldWithoutItsInsides() throws Exception {
        try (Site site = Site.in(home).open();
                Logs log = new Logs(HttpServer.class)) {
            site.get("/runtime/secret", failing(new IllegalStateException("inside")));
            site.get("/error/secret", failing(new StackOverflowError("inside")));
            site.get("/disk/secret", failing(new IOException("inside: no space")));

            for (String path : new String[] {"runtime", "error", "disk"}) {
                var answer = site.fetch("/plugins/demo/" + path + "/secret");
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("inside");
            }
            assertThat(log.lines()).filteredOn(line -> line.contains("/plugins/demo")).hasSize(3)
                    .noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void aFaultOfAPluginsOwnConnectionIsNotBlamedOnTheClient() throws Exception {
        try (Site site = Site.in(home).open();
                Logs log = new Logs(HttpServer.class)) {
            site.get("/far", failing(new java.io.EOFException("the gateway closed")));
            site.get("/late", failing(new IllegalStateException(new java.util.concurrent.TimeoutException("the gateway is silent"))));
            site.get("/endless", request -> HttpResponse.empty(200).with("X-Long", "x".repeat(40_000)));

            assertThat(site.fetch("/plugins/demo/far").statusCode()).isEqualTo(500);
            assertThat(site.fetch("/plugins/demo/late").statusCode()).isEqualTo(500);
            assertThat(site.fetch("/plugins/demo/endless").statusCode()).isEqualTo(500);
            assertThat(log.lines()).filteredOn(line -> line.contains("/plugins/demo")).hasSize(3);
        }
    }

    @Test
    void skippingCountsAsReading() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.post("/skip", request -> {
                try (InputStream body = request.body(1000)) {
                    body.skipNBytes(1001);
                    return HttpResponse.empty(204);
                }
            });

            assertThat(site.send(site.to("/plugins/demo/skip").POST(undeclared(1001))).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void aRefusalOfAPluginIsItsStatusAndSentence() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/x", request -> {
                throw new HttpException(409, "Say \"when\".");
            });

            var answer = site.fetch("/plugins/demo/x");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("{\"error\":\"Say \\\"when\\\".\"}");
        }
    }

    private static HttpHandler failing(Throwable fault) {
        return request -> {
            switch (fault) {
                case IOException io -> throw io;
                case RuntimeException wrong -> throw wrong;
                case Error error -> throw error;
                default -> throw new AssertionError(fault);
            }
        };
    }

    private static HttpHandler noting(CountDownLatch reading, AtomicReference<Throwable> end) {
        return new HttpHandler() {
            @Override
            public HttpResponse handle(HttpRequest request) throws HttpException, IOException {
                try (InputStream body = request.body(1000)) {
                    body.read();
                    reading.countDown();
                    body.readAllBytes();
                    return HttpResponse.empty(204);
                } catch (IOException | RuntimeException fault) {
                    end.set(fault);
                    throw fault;
                }
            }
        };
    }

    private static java.net.http.HttpRequest.BodyPublisher undeclared(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}

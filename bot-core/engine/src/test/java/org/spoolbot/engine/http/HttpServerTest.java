package org.spoolbot.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.http.HttpResponse;

class HttpServerTest {
    @TempDir
    Path home;

    @Test
    void aPortThatIsTakenIsToldInOneSentenceWithWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Site.Plan plan = Site.in(home).on("127.0.0.1", other.getLocalPort());

            assertThatThrownBy(plan::open)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage("Port %d of 127.0.0.1 is taken by another program: stop that program, or set http.port in"
                            + " config/spoolbot.yml (SPOOLBOT_HTTP_PORT) to a free one.", other.getLocalPort());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotCalledATakenPort() {
        assertThatThrownBy(Site.in(home).on("192.0.2.1", 0)::open)
                .isNotInstanceOf(PortTakenException.class)
                .hasMessageContaining("cannot listen on 192.0.2.1:0");
    }

    @Test
    void aServerKnowsItsAddressAndItsPages() {
        try (Site site = Site.in(home).open()) {
            site.routes.add("playground", "GET", "/", request -> HttpResponse.empty(204));

            assertThat(site.server.address()).isEqualTo(site.at(""));
            assertThat(site.server.hasPage("/")).isTrue();
            assertThat(site.server.hasPage("/nothing")).isFalse();
        }
    }

    @Test
    void aHandlerMayThinkForLongerThanASilentConnectionMayStay() throws Exception {
        CountDownLatch thought = new CountDownLatch(1);
        try (Site site = Site.in(home).silentFor(Duration.ofMillis(200)).open();
                Wire wire = Wire.to(site.server.port())) {
            site.get("/slow", request -> {
                waitFor(thought);
                return HttpResponse.text(200, "text/plain", "done");
            });
            wire.write("GET /plugins/demo/slow HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            for (int time = 0; time < 3; time++) {
                try (Wire silent = Wire.to(site.server.port())) {
                    assertThat(silent.rest()).isEmpty();
                }
            }
            thought.countDown();

            assertThat(Raw.of(wire.rest()).body()).isEqualTo("done");
        }
    }

    @Test
    void aClientThatStopsSendingFreesItsHandlerAfterTheSilence() throws Exception {
        try (Site site = Site.in(home).silentFor(Duration.ofMillis(200)).open()) {
            site.post("/in", request -> {
                try (InputStream body = request.body(100)) {
                    return HttpResponse.text(200, "text/plain", String.valueOf(body.readAllBytes().length));
                }
            });

            Raw answer = site.raw("POST /plugins/demo/in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");

            assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        }
    }

    @Test
    void requestsRunOnVirtualThreads() throws Exception {
        try (Site site = Site.in(home).open()) {
            site.get("/x", request -> HttpResponse.text(200, "text/plain", String.valueOf(Thread.currentThread().isVirtual())));

            assertThat(site.fetch("/plugins/demo/x").body()).isEqualTo("true");
        }
    }

    @Test
    void aRequestThatIsAlmostDoneIsAnsweredBeforeTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch thought = new CountDownLatch(1);
        try (Site site = Site.in(home).open();
                Wire wire = Wire.to(site.server.port())) {
            site.get("/slow", request -> {
                begun.countDown();
                waitFor(thought);
                return HttpResponse.text(200, "text/plain", "done");
            });
            wire.write("GET /plugins/demo/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            int port = site.server.port();
            Thread stopping = Thread.ofVirtual().start(site::stop);
            refusesConnections(port);
            thought.countDown();
            stopping.join();

            assertThat(Raw.of(wire.rest()).body()).isEqualTo("done");
        }
    }

    @Test
    void aHandlerThatNeverEndsDoesNotHoldUpTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Site site = Site.in(home).open();
                Wire wire = Wire.to(site.server.port());
                Wire idle = Wire.to(site.server.port())) {
            site.get("/hangs", request -> {
                begun.countDown();
                waitFor(new CountDownLatch(1));
                return HttpResponse.empty(204);
            });
            wire.write("GET /plugins/demo/hangs HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            int port = site.server.port();
            assertTimeoutPreemptively(Duration.ofSeconds(5), site::stop);

            assertThat(Raw.of(wire.rest()).status()).isNotEqualTo(204);
            assertThat(idle.rest()).isEmpty();
            refusesConnections(port);
        }
    }

    private static void refusesConnections(int port) {
        await().untilAsserted(() -> assertThatThrownBy(() -> Wire.to(port).close()).isInstanceOf(ConnectException.class));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

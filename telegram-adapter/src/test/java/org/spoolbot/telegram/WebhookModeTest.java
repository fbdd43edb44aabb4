package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.telegram.fake.Call;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Seat;
import org.spoolbot.testkit.FakeRequest;

/** Updates that Telegram sends by itself, through the server's own HTTP routes. */
final class WebhookModeTest {
    private static final Duration PATIENCE = Bench.PATIENCE;
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    @TempDir
    Path folder;

    @Test
    void whatTelegramSendsIsHeardOnceAndOnlyWithTheSecret() throws Exception {
        try (Bench bench = new Bench(folder, setup -> setup.mode = TelegramConfig.Mode.WEBHOOK); Proxy proxy = new Proxy(bench)) {
            bench.awaitUp();
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("/video a kite");
            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
            assertThat(bench.telegram.updates().awaitAllConfirmed(PATIENCE)).isTrue();

            Call set = bench.telegram.calls().of("setWebhook").getFirst();
            String path = URI.create(set.text("url")).getPath();
            String again = "{\"update_id\":" + bench.telegram.updates().lastId() + ",\"message\":{}}";
            assertThat(bench.routes.answer(FakeRequest.post(path, again).header(SECRET, set.text("secret_token"))).status()).isEqualTo(200);
            assertThatThrownBy(() -> bench.routes.answer(FakeRequest.post(path, again))).isInstanceOf(HttpException.class);
            assertThatThrownBy(() -> bench.routes.answer(FakeRequest.post(path, again).header(SECRET, "guessed"))).isInstanceOf(HttpException.class);
            assertThatThrownBy(() -> bench.routes.answer(FakeRequest.post("/x", again).header(SECRET, set.text("secret_token"))))
                    .isInstanceOf(HttpException.class);
            assertThatThrownBy(() -> bench.routes.answer(FakeRequest.post(path, "no json").header(SECRET, set.text("secret_token"))))
                    .isInstanceOf(HttpException.class);
            ada.says("the next");
            assertThat(bench.text(1).text()).isEqualTo("the next");
            assertThat(bench.inbox.received()).hasSize(2);
            assertThat(proxy.requests).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void theModeMayBeChangedBothWaysAndNothingIsLost() throws Exception {
        try (Bench bench = new Bench(folder); Proxy proxy = new Proxy(bench)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.says("by polling");
            bench.heard(1);
            bench.setup.mode = TelegramConfig.Mode.WEBHOOK;
            bench.platform.stop();
            ada.says("in between");
            bench.restart();
            ada.says("by webhook");
            bench.heard(3);
            bench.setup.mode = TelegramConfig.Mode.POLLING;
            bench.restart();
            ada.says("by polling again");

            bench.heard(4);
            assertThat(bench.text(1).text()).isEqualTo("in between");
            assertThat(bench.text(2).text()).isEqualTo("by webhook");
            assertThat(bench.text(3).text()).isEqualTo("by polling again");
            assertThat(proxy.requests).isPositive();
            assertThat(bench.inbox.received()).hasSize(4);
        }
    }

    @Test
    void aForeignWebhookIsLeftAloneUnlessTheOperatorTakesOver() throws Exception {
        try (Bench bench = new Bench(folder, setup -> setup.before = WebhookModeTest::setForeign)) {
            await().atMost(PATIENCE).until(() -> bench.platform.health().state() == State.DOWN);
            assertThat(bench.platform.health().detail()).contains("other.example").doesNotContain("hidden");
            assertThat(bench.telegram.calls().count("deleteWebhook")).isZero();

            bench.setup.takeOver = true;
            bench.restart();
            bench.telegram.person("Ada").privately().says("/video a kite");
            bench.awaitUp();
            assertThat(bench.text(0).text()).isEqualTo("/video a kite");
        }
    }

    @Test
    void aWebhookThatIsSetWhileWePollIsToldAndLeftAlone() {
        try (Bench bench = new Bench(folder)) {
            bench.awaitUp();
            setForeign(bench.telegram);

            await().atMost(PATIENCE).until(() -> bench.platform.health().state() == State.DOWN);
            assertThat(bench.platform.health().detail()).contains("webhook");
            assertThat(bench.events).hasOnlyElementsOfType(TokenConflictEvent.class).hasSize(1);
        }
    }

    private static void setForeign(FakeTelegram telegram) {
        String address = telegram.apiUrl() + "/bot" + telegram.token() + "/setWebhook?url=https://other.example/hidden/hook";
        try (java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient()) {
            http.send(java.net.http.HttpRequest.newBuilder(URI.create(address)).build(), java.net.http.HttpResponse.BodyHandlers.discarding());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The public address of the server, as a proxy in front of it serves it. */
    private static final class Proxy implements AutoCloseable {
        private final HttpServer server;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final Bench bench;
        volatile int requests;

        Proxy(Bench bench) throws IOException {
            this.bench = bench;
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 16);
            server.setExecutor(threads);
            server.createContext("/", this::pass);
            server.start();
            URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            bench.telegram.updates().webhookGoesTo(address -> here.resolve(address.getPath()));
            bench.telegram.updates().resendAfter(Duration.ofMillis(100));
        }

        private void pass(HttpExchange exchange) throws IOException {
            requests++;
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            FakeRequest request = FakeRequest.post(exchange.getRequestURI().getPath(), body);
            String secret = exchange.getRequestHeaders().getFirst(SECRET);
            exchange.sendResponseHeaders(status(secret == null ? request : request.header(SECRET, secret)), -1);
            exchange.close();
        }

        private int status(FakeRequest request) throws IOException {
            try {
                return bench.routes.answer(request).status();
            } catch (HttpException refused) {
                return refused.status();
            }
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}

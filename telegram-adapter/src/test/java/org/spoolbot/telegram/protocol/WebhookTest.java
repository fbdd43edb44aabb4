package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** The sender of updates. */
class WebhookTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeTelegram telegram = FakeTelegram.start(SettableClock.atTen());
    private final Wire bot = new Wire(telegram);
    private final Person ada = telegram.person("Ada");
    private final MockWebServer receiver = new MockWebServer();

    @BeforeEach
    void listen() throws IOException {
        receiver.start();
        telegram.updates().resendAfter(Duration.ofMillis(20));
        telegram.updates().webhookGoesTo(address -> URI.create("http://127.0.0.1:" + receiver.getPort() + address.getPath()));
    }

    @AfterEach
    void stop() {
        telegram.close();
        receiver.close();
    }

    @Test
    void an_update_comes_with_the_secret_and_again_until_it_was_taken() throws InterruptedException {
        receiver.enqueue(new MockResponse.Builder().code(500).build());
        receiver.enqueue(new MockResponse.Builder().code(503).build());
        receiver.enqueue(new MockResponse.Builder().code(200).build());
        receiver.enqueue(new MockResponse.Builder().code(204).build());
        bot.result("setWebhook", "{\"url\":\"https://bot.example/telegram/hook\",\"secret_token\":\"s3cret\"}");
        ada.privately().says("alpha");
        ada.privately().says("beta");
        assertThat(telegram.updates().awaitAllConfirmed(SOON)).isTrue();
        List<RecordedRequest> requests = List.of(taken(), taken(), taken(), taken());
        assertThat(requests).allSatisfy(request -> {
            assertThat(request.getHeaders().get("X-Telegram-Bot-Api-Secret-Token")).isEqualTo("s3cret");
            assertThat(request.getUrl().encodedPath()).isEqualTo("/telegram/hook");
        });
        assertThat(requests).extracting(request -> request.getBody().utf8().contains("alpha")).containsExactly(true, true, true, false);
        assertThat(bot.result("getWebhookInfo", "{}").path("last_error_message").asText()).isEqualTo("Wrong response from the webhook: 503");
        bot.result("deleteWebhook", "{}");
        ada.privately().says("third");
        assertThat(bot.result("getUpdates", "{}").get(0).path("message").path("text").asText()).isEqualTo("third");
    }

    @Test
    void an_address_without_https_and_a_secret_with_odd_characters_are_refused() {
        assertThat(bot.refusal("setWebhook", "{\"url\":\"http://bot.example/hook\"}")).isEqualTo("Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(bot.refusal("setWebhook", "{\"url\":\"https://bot.example/hook\",\"secret_token\":\"a b\"}")).isEqualTo("Bad Request: secret token contains unallowed characters");
        assertThat(bot.result("getWebhookInfo", "{}").path("url").asText()).isEmpty();
    }

    private RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = receiver.takeRequest(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }
}

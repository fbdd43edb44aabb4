package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a client that does not keep to the rules. */
class GatewayMannersTest {
    private static final String IDENTIFY = """
            {"op": 2, "d": {"token": "%s", "intents": %d, "shard": [%d, 2], "properties": {"os": "linux", "browser": "test", "device": "test"}}}""";
    private final GatewayAlone discord = new GatewayAlone();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        discord.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no json            | 4002",
        "{\"op\": 99}       | 4001",
        "{\"op\": 3}        | 4003",
    })
    void nonsenseIsAnsweredWithItsCloseCode(String message, String code) throws Exception {
        connect("?v=10").sendText(message, true);

        assertThat(next()).contains("heartbeat_interval");
        assertThat(next()).isEqualTo("closed " + code);
    }

    @ParameterizedTest
    @CsvSource({"wrong, 0, 0, 4004", "MTEw.fake.token, 0, 2, 4010", "MTEw.fake.token, 131072, 0, 4013", "MTEw.fake.token, 2, 0, 4014"})
    void whoIdentifiesWronglyIsSentAway(String token, long intents, int shard, String code) throws Exception {
        connect("?v=10").sendText(IDENTIFY.formatted(token, intents, shard), true);

        assertThat(next()).contains("heartbeat_interval");
        assertThat(next()).isEqualTo("closed " + code);
        assertThat(discord.gateway().sessions()).isEmpty();
    }

    @Test
    void anOldVersionOfTheProtocolIsRefused() throws Exception {
        connect("?v=6");

        assertThat(next()).isEqualTo("closed 4012");
    }

    @Test
    void whoNeverSendsAHeartbeatIsTakenForGone() throws Exception {
        discord.gateway().heartbeatEvery(Duration.ofMillis(50));
        connect("?v=10");

        assertThat(next()).contains("\"heartbeat_interval\":50");
        assertThat(next()).isEqualTo("closed 4009");
    }

    @Test
    void whoResumesWhatNeverWasIsToldToStartAnew() throws Exception {
        connect("?v=10").sendText("{\"op\": 6, \"d\": {\"token\": \"" + GatewayAlone.TOKEN + "\", \"session_id\": \"gone\", \"seq\": 7}}", true);

        assertThat(next()).contains("heartbeat_interval");
        assertThat(new ObjectMapper().readTree(next())).isEqualTo(new ObjectMapper().readTree("{\"op\": 9, \"d\": false, \"s\": null, \"t\": null}"));
    }

    @Test
    void moreSessionsAtOnceThanAllowedAreTurnedAway() throws Exception {
        discord.gateway().limitStarts(1);
        connect("?v=10").sendText(IDENTIFY.formatted(GatewayAlone.TOKEN, 0, 0), true);
        assertThat(next()).contains("heartbeat_interval");
        assertThat(next()).contains("READY");

        connect("?v=10").sendText(IDENTIFY.formatted(GatewayAlone.TOKEN, 0, 1), true);

        assertThat(next()).contains("heartbeat_interval");
        assertThat(next()).contains("\"op\":9");
    }

    @Test
    void oneShardOfEachBucketMayStartEveryFiveSeconds() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        StartLimit limit = new StartLimit(now::get);
        limit.enforce(2);

        assertThat(limit.take(new Shard(0, 4))).isTrue();
        assertThat(limit.take(new Shard(1, 4))).isTrue();
        assertThat(limit.take(new Shard(2, 4))).isFalse();
        now.set(Instant.EPOCH.plusSeconds(5));
        assertThat(limit.take(new Shard(2, 4))).isTrue();
    }

    private WebSocket connect(String query) throws Exception {
        URI address = URI.create(discord.gatewayUrl() + query);
        return http.newWebSocketBuilder().buildAsync(address, new Listener()).get(20, TimeUnit.SECONDS);
    }

    private String next() throws InterruptedException {
        String message = heard.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("nothing was heard for 20 s").isNotNull();
        return message;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }
    }
}

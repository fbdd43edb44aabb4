package org.spoolbot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.testkit.SettableClock;

/** What operators and members notice when the connection breaks, comes back, or never comes about. */
class ConnectionToDiscordTest {
    private final SettableClock clock = new SettableClock(Instant.now());
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");

    @AfterEach
    void leave() {
        List<String> faults = discord.violations().all();
        discord.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void onlyWhatNeedsNoApprovalIsAskedOfDiscord() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            assertThat(bot.platform().health().state()).isEqualTo(State.UP);
            assertThat(discord.gateway().identifications()).singleElement().satisfies(asked -> {
                long messages = 1 << 9;
                long privateMessages = 1 << 12;
                long guilds = 1;
                assertThat(asked.intents() & ~(messages | privateMessages | guilds)).isZero();
                assertThat(asked.compressed()).isTrue();
            });
            assertThat(bot.log()).noneMatch(line -> line.contains("the rehearsal did not work"));
        }
    }

    @Test
    void aRequestToReconnectLosesNoCommand() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            discord.gateway().askToReconnect();
            discord.gateway().awaitResumes(1);
            isHeard(bot, guild.general());
            assertThat(bot.loudLog()).isEmpty();
        }
    }

    @Test
    void aCutWireLosesNoCommand() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            discord.gateway().reset();
            discord.gateway().awaitResumes(1);
            isHeard(bot, guild.general());
            assertThat(bot.loudLog()).isEmpty();
        }
    }

    @Test
    void anInvalidSessionIsReplacedByANewOne() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            discord.gateway().invalidate(false);
            discord.gateway().awaitIdentifications(2);
            bot.awaitHealth(State.UP);
            isHeard(bot, guild.general());
            assertThat(bot.loudLog()).allMatch(line -> line.contains("Appending to reconnect queue"));
        }
    }

    @Test
    void messagesStillLeaveWhileTheGatewayIsAway() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            Destination destination = isHeard(bot, guild.general());
            discord.gateway().shutDoors(true);
            discord.gateway().reset();
            bot.awaitHealth(State.CONNECTING);

            assertThat(bot.platform().send(destination, Message.of("Still here.")).isSent()).isTrue();
            clock.advance(Duration.ofMinutes(2));
            assertThat(bot.platform().health().state()).isEqualTo(State.DOWN);
            assertThat(stopping(bot)).isLessThan(Duration.ofSeconds(5));
            discord.gateway().shutDoors(false);
        }
    }

    @Test
    void aWrongTokenIsSaidOnceWithWhatToDoAndNeverTriedAgain() {
        String wrong = "wrong-token-of-the-bot";
        try (BotOnFake bot = BotOnFake.started(discord, clock, wrong, "auto")) {
            bot.awaitHealth(State.DOWN);
            assertThat(bot.platform().health().detail()).contains("token", "restart");
            bot.awaitEvent();
            assertThat(bot.events()).singleElement().isInstanceOfSatisfying(AlertEvent.class, alert ->
                    assertThat(alert.text().key()).isEqualTo("discord.refused.token"));
            assertThat(discord.traffic().invalidRequests()).isEqualTo(1);
            assertThat(bot.log()).noneMatch(line -> line.contains(wrong));
        }
    }

    @Test
    void aTokenThatIsTakenBackWhileTheBotRunsStopsEverything() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            Destination destination = isHeard(bot, guild.general());
            discord.gateway().close(4004);
            bot.awaitHealth(State.DOWN);
            int requests = discord.traffic().all().size();

            assertThat(bot.platform().send(destination, Message.of("Anybody there?")).isSent()).isFalse();
            assertThat(discord.traffic().all()).hasSize(requests);
            bot.awaitEvent();
            assertThat(bot.events()).hasSize(1);
            assertThat(discord.gateway().identifications()).hasSize(1);
        }
    }

    @Test
    void refusedIntentsAreSaidOnceWithWhatToDo() {
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            discord.gateway().close(4014);
            bot.awaitHealth(State.DOWN);
            assertThat(bot.platform().health().detail()).contains("intents", "api-url");
            bot.awaitEvent();
            assertThat(bot.events()).singleElement().isInstanceOfSatisfying(AlertEvent.class, alert ->
                    assertThat(alert.text().key()).isEqualTo("discord.refused.intents"));
        }
    }

    @Test
    void twoShardsHearAllServersAndAnswerInEach() {
        discord.gateway().recommendShards(2);
        List<Guild> guilds = IntStream.range(0, 6).mapToObj(number -> discord.world().guild("Server " + number)).toList();
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            bot.awaitHealth(State.UP);
            assertThat(discord.gateway().identifications()).extracting(asked -> asked.shardCount()).containsOnly(2);
            for (Guild each : guilds) {
                Destination destination = isHeard(bot, each.general());
                assertThat(bot.platform().obstacle(destination)).isEmpty();
                assertThat(bot.platform().send(destination, Message.of("Here.")).isSent()).isTrue();
            }
        }
    }

    @Test
    void theServerStartsWithoutDiscordAndSaysSo() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        URI nowhere = URI.create("http://127.0.0.1:" + port + "/api/v10/");
        try (BotOnFake bot = BotOnFake.started(nowhere, clock, "a-token-like-any-other", "auto")) {
            assertThat(bot.platform().health().state()).isEqualTo(State.CONNECTING);
            assertThat(bot.platform().health().detail()).contains("ConnectException");
            clock.advance(Duration.ofMinutes(1));
            assertThat(bot.platform().health().state()).isEqualTo(State.DOWN);
            assertThat(bot.log()).noneMatch(line -> line.contains("a-token-like-any-other"));
        }
    }

    @Test
    void discordThatIsAwayAtTheStartIsFoundWhenItComesBack() {
        discord.faults().status("GET /users/@me", 500, 1);
        try (BotOnFake bot = BotOnFake.connected(discord, clock)) {
            bot.awaitHealth(State.UP);
            isHeard(bot, guild.general());
            assertThat(bot.loudLog()).singleElement().asString().contains("it answers 500", "trying again");
        }
    }

    @Test
    void nothingIsLeftRunningAfterAStop() {
        BotOnFake bot = BotOnFake.connected(discord, clock);

        assertThat(stopping(bot)).isLessThan(Duration.ofSeconds(5));
        assertThat(bot.platform().send(bot.nowhere(), Message.of("Too late."))).isInstanceOf(SendResult.Unreachable.class);
        Waiting.until("no thread is left", () -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.startsWith("discord-rate-limits") || name.startsWith("discord-gateway") || name.contains("MainWS")));
    }

    private static Duration stopping(BotOnFake bot) {
        long begin = System.nanoTime();
        bot.close();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private Destination isHeard(BotOnFake bot, Channel channel) {
        discord.person("ada").in(channel).slash("video", Map.of("prompt", "a red kite"));
        return bot.hears(Inbound.Invocation.class).origin().destination();
    }
}

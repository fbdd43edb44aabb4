package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway as the library that Spoolbot uses meets it, through good days and bad ones. */
class GatewayHubTest {
    private final GatewayAlone discord = new GatewayAlone();
    private final GatewayHub gateway = discord.gateway();
    private final LoudLines loud = new LoudLines();
    private final Ears ears = new Ears();
    private JDA client;

    @AfterEach
    void nothingWasAgainstTheDescriptions() throws InterruptedException {
        if (client != null) {
            client.shutdownNow();
            client.awaitShutdown(20, TimeUnit.SECONDS);
        }
        discord.close();
        loud.close();
        assertThat(discord.violations().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aBotLogsInAndHearsWhatIsSaidToIt(Compression compression) throws Exception {
        login(compression, GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

        gateway.dispatch("MESSAGE_CREATE", discord.mention("a red kite ".repeat(100)), anySession -> true);

        assertThat(ears.next()).startsWith("a red kite");
        assertThat(client.getGuilds()).extracting(Guild::getId).containsExactlyInAnyOrder(GatewayAlone.FIRST_GUILD, GatewayAlone.SECOND_GUILD);
        assertThat(gateway.identifications()).singleElement().satisfies(bot -> {
            assertThat(bot.compressed()).isEqualTo(compression == Compression.ZLIB);
            assertThat(bot.intents()).isEqualTo(Intents.GUILDS | Intents.GUILD_MESSAGES | Intents.DIRECT_MESSAGES);
        });
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void withoutTheContentIntentABotReadsOnlyWhatConcernsIt() throws Exception {
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

        gateway.dispatch("MESSAGE_CREATE", discord.chatter("none of your business"), anySession -> true);
        gateway.dispatch("MESSAGE_CREATE", discord.mention("for you"), anySession -> true);

        assertThat(ears.next()).isEmpty();
        assertThat(ears.next()).isEqualTo("for you");
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void withoutTheMessageIntentABotHearsNothingOfAGuild() throws Exception {
        login(Compression.ZLIB, GatewayIntent.DIRECT_MESSAGES);

        gateway.dispatch("MESSAGE_CREATE", discord.mention("in the guild"), anySession -> true);
        gateway.dispatch("MESSAGE_CREATE", discord.privately("in private"), anySession -> true);

        assertThat(ears.next()).isEqualTo("in private");
        assertThat(loud.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void afterAReconnectRequestNothingThatWasSaidMeanwhileIsLost(Compression compression) throws Exception {
        login(compression, GatewayIntent.GUILD_MESSAGES);

        assertResumedWithoutLoss(() -> gateway.askToReconnect());
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void afterAResumableInvalidationTheSessionGoesOn() throws Exception {
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES);

        assertResumedWithoutLoss(() -> gateway.invalidate(true));
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void afterAServerErrorTheSessionGoesOn() throws Exception {
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES);

        assertResumedWithoutLoss(() -> gateway.close(4000));
        assertThat(loud.all()).singleElement().asString().contains("server error", "4000");
    }

    @Test
    void afterATcpResetTheSessionGoesOn() throws Exception {
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES);

        assertResumedWithoutLoss(() -> gateway.reset());
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void aConnectionWithoutHeartbeatAnswersIsGivenUpAndResumed() throws Exception {
        gateway.heartbeatEvery(Duration.ofSeconds(1), Duration.ofMinutes(1));
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES);

        gateway.acknowledgeHeartbeats(false);
        gateway.awaitResumes(1);
        gateway.acknowledgeHeartbeats(true);

        assertThat(loud.all()).first().asString().contains("Missed 2 heartbeats");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostSessionIsStartedAnew(boolean told) throws Exception {
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES);
        String lost = gateway.sessions().getFirst().id();

        if (told) {
            gateway.invalidate(false);
        } else {
            gateway.loseSessions();
            gateway.askToReconnect();
        }
        gateway.awaitIdentifications(2);
        gateway.awaitConnected(1);
        gateway.dispatch("MESSAGE_CREATE", discord.mention("after it"), anySession -> true);

        assertThat(ears.next()).isEqualTo("after it");
        assertThat(gateway.resumes()).isZero();
        assertThat(gateway.sessions()).singleElement().satisfies(session -> assertThat(session.id()).isNotEqualTo(lost));
        assertThat(loud.all()).allSatisfy(line -> assertThat(line).contains("Appending to reconnect queue"));
    }

    @Test
    void aSessionThatMissedMoreThanIsKeptStartsAnew() throws Exception {
        login(Compression.NONE, GatewayIntent.GUILD_MESSAGES);

        leaveWhileDoorsAreShut(gateway::reset);
        for (int count = 0; count <= Session.REPLAY_LIMIT; count++) {
            gateway.dispatch("MESSAGE_CREATE", discord.mention("unheard"), anySession -> true);
        }
        gateway.shutDoors(false);
        gateway.awaitIdentifications(2);

        assertThat(gateway.resumes()).isZero();
        assertThat(ears.heard()).isEmpty();
    }

    @Test
    void forbiddenIntentsEndTheBotWithTheirCloseCode() throws Exception {
        client = builder(Compression.ZLIB, GatewayIntent.MESSAGE_CONTENT).build();

        assertThat(ears.shutdownCode()).isEqualTo(CloseCode.DISALLOWED_INTENTS.getCode());
        assertThat(gateway.identifications()).isEmpty();
    }

    @Test
    void aTokenThatIsNoLongerGoodEndsTheBotWithItsCloseCode() throws Exception {
        discord.changeToken("another");
        client = builder(Compression.ZLIB).build();

        assertThat(ears.shutdownCode()).isEqualTo(CloseCode.AUTHENTICATION_FAILED.getCode());
    }

    @Test
    void anAllowedPrivilegedIntentShowsEverything() throws Exception {
        gateway.allowPrivileged(Intents.MESSAGE_CONTENT);
        login(Compression.ZLIB, GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

        gateway.dispatch("MESSAGE_CREATE", discord.chatter("to everybody"), anySession -> true);

        assertThat(ears.next()).isEqualTo("to everybody");
        assertThat(loud.all()).isEmpty();
    }

    private void assertResumedWithoutLoss(Runnable trouble) throws InterruptedException {
        leaveWhileDoorsAreShut(trouble);
        gateway.dispatch("MESSAGE_CREATE", discord.mention("meanwhile"), anySession -> true);
        gateway.shutDoors(false);
        gateway.awaitResumes(1);
        gateway.dispatch("MESSAGE_CREATE", discord.mention("afterwards"), anySession -> true);

        assertThat(ears.next()).isEqualTo("meanwhile");
        assertThat(ears.next()).isEqualTo("afterwards");
        assertThat(gateway.identifications()).hasSize(1);
    }

    private void leaveWhileDoorsAreShut(Runnable trouble) {
        gateway.shutDoors(true);
        trouble.run();
        gateway.awaitConnected(0);
    }

    private void login(Compression compression, GatewayIntent... intents) throws InterruptedException {
        client = builder(compression, intents).build().awaitReady();
    }

    private JDABuilder builder(Compression compression, GatewayIntent... intents) {
        return JDABuilder.createLight(GatewayAlone.TOKEN, List.of(intents))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new Hasty(discord.gatewayUrl().toString()))
                .setCompression(compression)
                .setEnableShutdownHook(false)
                .addEventListeners(ears);
    }
}

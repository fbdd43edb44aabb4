package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot in so many guilds that it needs two connections. */
class GatewayShardsTest {
    private final GatewayAlone discord = new GatewayAlone();
    private final GatewayHub gateway = discord.gateway();
    private final LoudLines loud = new LoudLines();
    private final Ears ears = new Ears();
    private ShardManager bot;

    @BeforeEach
    void login() throws InterruptedException {
        gateway.recommendShards(2);
        bot = DefaultShardManagerBuilder.createLight(GatewayAlone.TOKEN, List.of(GatewayIntent.GUILD_MESSAGES))
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl()))
                .setSessionController(new Hasty(discord.gatewayUrl().toString()))
                .setShardsTotal(-1)
                .setEnableShutdownHook(false)
                .addEventListeners(ears)
                .build();
        gateway.awaitConnected(2);
        for (JDA shard : bot.getShards()) {
            shard.awaitReady();
        }
    }

    @AfterEach
    void nothingWasAgainstTheDescriptions() throws InterruptedException {
        // A shard that is stopped in the middle of a connection complains, perhaps only in the next test.
        List<JDA> shards = bot.getShards();
        for (JDA shard : shards) {
            shard.awaitStatus(JDA.Status.CONNECTED);
        }
        bot.shutdown();
        for (JDA shard : shards) {
            shard.awaitShutdown(Duration.ofSeconds(20));
        }
        discord.close();
        loud.close();
        assertThat(discord.violations().all()).isEmpty();
        assertThat(loud.all()).isEmpty();
    }

    @Test
    void eachShardHasItsOwnGuilds() {
        assertThat(bot.getShards()).hasSize(2).allSatisfy(shard -> assertThat(shard.getGuilds()).hasSize(1));
        assertThat(bot.getGuilds()).extracting(Guild::getId).containsExactlyInAnyOrder(GatewayAlone.FIRST_GUILD, GatewayAlone.SECOND_GUILD);
        assertThat(gateway.sessions()).extracting(Session::shard).containsExactlyInAnyOrder(0, 1);
        assertThat(gateway.sessions()).extracting(Session::shardCount).containsOnly(2);
    }

    @Test
    void aMessageIsHeardByOneShardOnly() throws InterruptedException {
        gateway.dispatch("MESSAGE_CREATE", discord.mention("once"), anySession -> true);
        assertThat(ears.next()).isEqualTo("once");

        gateway.dispatch("MESSAGE_CREATE", discord.mention("and again"), anySession -> true);
        assertThat(ears.next()).isEqualTo("and again");
        assertThat(ears.heard()).isEmpty();
    }

    @Test
    void bothShardsComeBackAfterTheirConnectionsBroke() {
        gateway.reset();

        gateway.awaitResumes(2);
        gateway.awaitConnected(2);
        assertThat(gateway.identifications()).hasSize(2);
    }
}

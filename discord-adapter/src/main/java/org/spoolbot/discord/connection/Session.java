package org.spoolbot.discord.connection;

import com.neovisionaries.ws.client.WebSocketFactory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import okhttp3.OkHttpClient;

/** All shards of one login, with their threads. */
final class Session implements AutoCloseable {
    /** What must be seen: messages that mention the bot, and private ones. None of these needs Discord's approval. */
    private static final EnumSet<GatewayIntent> INTENTS =
            EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int LONGEST_RECONNECT_SECONDS = 60;
    private static final Duration FINISH = Duration.ofMillis(3000);
    private static final Duration ABORT = Duration.ofMillis(1000);

    private final ShardManager shards;
    private final DiscordThreads pools;

    private Session(ShardManager shards, DiscordThreads pools) {
        this.shards = shards;
        this.pools = pools;
    }

    /**
     * Logs in; the shards connect afterwards. Blocks.
     *
     * @throws RuntimeException of many kinds if Discord does not let us or is not there; nothing is left behind
     */
    static Session login(Access access, OkHttpClient http, List<Object> listeners) {
        DiscordThreads pools = new DiscordThreads();
        ShardManager shards = builder(access, http, pools).addEventListeners(listeners).build(false);
        try {
            shards.login();
            return new Session(shards, pools);
        } catch (RuntimeException | Error fault) {
            shards.shutdown();
            pools.close();
            throw fault;
        }
    }

    private static DefaultShardManagerBuilder builder(Access access, OkHttpClient http, DiscordThreads pools) {
        RestConfig rest = new RestConfig().setBaseUrl(access.api().toString());
        return DefaultShardManagerBuilder.createLight(access.token().reveal(), INTENTS)
                .setRestConfig(rest)
                .setShardsTotal(access.shards().orElse(-1))
                .setHttpClient(http)
                .setWebsocketFactory(new WebSocketFactory().setConnectionTimeout(CONNECT_MILLISECONDS))
                .setCompression(Compression.ZLIB)
                .setMaxReconnectDelay(LONGEST_RECONNECT_SECONDS)
                // What may be sent twice and what not is decided where it is known, not for all requests alike.
                .setRequestTimeoutRetry(false)
                .setContextEnabled(false)
                .setEnableShutdownHook(false)
                .setThreadFactory(Thread.ofPlatform().daemon().name("discord-shards-", 0).factory())
                .setGatewayPool(pools.gateway(), false)
                .setRateLimitScheduler(pools.rateLimits(), false)
                .setRateLimitElastic(pools.work(), false)
                .setCallbackPool(pools.work(), false)
                .setEventManagerProvider(shard -> new Events(pools.work()));
    }

    int total() {
        return shards.getShardsTotal();
    }

    List<JDA> shards() {
        return shards.getShards();
    }

    /** The shard that a server belongs to. */
    Optional<JDA> shardOf(long guild) {
        return Optional.ofNullable(shards.getShardById((int) ((guild >>> 22) % total())));
    }

    /** Takes nothing in any more, lets running requests finish for a moment, and ends. */
    @Override
    public void close() {
        List<JDA> running = shards();
        shards.shutdown();
        boolean patient = true;
        for (JDA shard : running) {
            patient = ended(shard, patient ? FINISH : Duration.ofMillis(1));
        }
        // JDA waits for a connection that is just being made; we do not.
        running.forEach(shard -> Thread.ofVirtual().name("discord-abort").start(shard::shutdownNow));
        running.forEach(shard -> ended(shard, ABORT.dividedBy(running.size())));
        pools.close();
    }

    private static boolean ended(JDA shard, Duration patience) {
        try {
            return shard.awaitShutdown(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

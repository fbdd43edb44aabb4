package org.spoolbot.discord.fake;

/** One identified gateway session, as far as the world must know it to address events. */
public interface Session {
    /** Its number, 0 when the client did not shard. */
    int shard();

    /** How many shards the client identified with, 1 when it did not shard. */
    int shardCount();

    /** The intents it identified with. */
    long intents();
}

package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The state that REST and gateway share. Thread-safe: every change and every look happens under its lock. */
public final class World {
    /** The account of the bot. */
    public User bot() {
        throw new UnsupportedOperationException();
    }

    /** The id of the bot's application, the same as its user id. */
    public String applicationId() {
        throw new UnsupportedOperationException();
    }

    /** Makes a guild with the bot and a text channel "general" in it, and tells the gateway. */
    public Guild guild(String name) {
        throw new UnsupportedOperationException();
    }

    /** Makes a guild that the bot is not in; it meets the bot only through user installs. */
    public Guild foreignGuild(String name) {
        throw new UnsupportedOperationException();
    }

    /** The guilds that the bot is in. */
    public List<Guild> guilds() {
        throw new UnsupportedOperationException();
    }

    /** Any channel, thread or private channel. */
    public Optional<Channel> channel(String id) {
        throw new UnsupportedOperationException();
    }

    /** The commands as they were last written, globally; how often they were written is {@link #commandWrites()}. */
    public List<ObjectNode> commands() {
        throw new UnsupportedOperationException();
    }

    /** How many requests wrote commands. */
    public int commandWrites() {
        throw new UnsupportedOperationException();
    }

    /** The data of READY for a session of that shard. The session id and the resume url are the gateway's to add. */
    ObjectNode ready(int shard, int shardCount) {
        throw new UnsupportedOperationException();
    }

    /** The guilds of a shard: (guild id >> 22) % shard count, https://discord.com/developers/docs/events/gateway#sharding. */
    List<Guild> guildsOf(int shard, int shardCount) {
        throw new UnsupportedOperationException();
    }

    /** The data of GUILD_CREATE. */
    ObjectNode guildCreate(Guild guild) {
        throw new UnsupportedOperationException();
    }
}

package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One of the slices of a bot's guilds: https://discord.com/developers/docs/events/gateway#sharding */
record Shard(int id, int count) {
    private static final Shard ONLY = new Shard(0, 1);

    /** The {@code shard} of an IDENTIFY; empty when it makes no sense (close code 4010). */
    static Optional<Shard> of(JsonNode identified) {
        if (identified.isMissingNode() || identified.isNull()) {
            return Optional.of(ONLY);
        }
        Shard shard = new Shard(identified.path(0).asInt(-1), identified.path(1).asInt(0));
        return shard.id >= 0 && shard.id < shard.count ? Optional.of(shard) : Optional.empty();
    }

    /** Private messages come to shard 0 only. */
    boolean gets(String type, JsonNode data) {
        String guild = data.path(type.startsWith("GUILD_") && !data.has("guild_id") ? "id" : "guild_id").asText("");
        return guild.isEmpty() ? id == 0 : (Long.parseUnsignedLong(guild) >> 22) % count == id;
    }
}

package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** What the gateway must know of the rest of Discord to let a bot in. */
interface Login {
    /** The only right token. */
    String token();

    /** The bot's user id. */
    String botId();

    /** Where sessions are resumed: {@code ws://127.0.0.1:PORT/gateway}. */
    URI gatewayUrl();

    /** The data of READY, without what is the session's own. */
    ObjectNode ready(int shard, int shardCount);

    /** The data of one GUILD_CREATE for each guild of the shard. */
    List<ObjectNode> guildCreates(int shard, int shardCount);
}

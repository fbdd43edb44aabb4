package org.spoolbot.discord.connection;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.OptionalInt;
import org.spoolbot.api.config.Secret;

/**
 * How Discord is reached.
 *
 * @param token the bot's token
 * @param api where the REST API is, with a slash at the end; it tells where the gateway is
 * @param shards how many connections to the gateway; empty for what Discord advises
 */
public record Access(Secret token, URI api, OptionalInt shards) {
    public Access {
        requireNonNull(token, "token is null");
        requireNonNull(api, "api is null");
        requireNonNull(shards, "shards is null");
    }
}

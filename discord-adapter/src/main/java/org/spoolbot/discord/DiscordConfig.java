package org.spoolbot.discord;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.spoolbot.api.config.Secret;
import org.spoolbot.discord.connection.Access;

/**
 * The settings of {@code plugins/discord/config.yml}.
 *
 * @param token the bot's token; empty to stay idle
 * @param apiUrl where the REST API is
 * @param shards {@code auto} or how many connections to the gateway
 * @param userInstall whether people may take the commands along to servers that the bot is not in
 * @param registerIn servers that get the commands at once, for development; empty for all servers
 */
record DiscordConfig(Secret token, URI apiUrl, String shards, boolean userInstall, List<String> registerIn) {
    private static final int MOST_SHARDS = 1024;

    DiscordConfig {
        if (!"https".equals(apiUrl.getScheme()) && !"http".equals(apiUrl.getScheme())) {
            throw new IllegalArgumentException("api-url must begin with https:// or http://, as in https://discord.com/api/v10/");
        }
        if (!token.reveal().matches("[\\x21-\\x7e]*")) {
            throw new IllegalArgumentException(
                    "token has blanks or letters that no Discord token has: copy it again, without the word Bot before it");
        }
        shards = shards.strip().toLowerCase(Locale.ROOT);
        if (!shards.equals("auto") && !isCount(shards)) {
            throw new IllegalArgumentException("shards must be auto or a number from 1 to " + MOST_SHARDS);
        }
        registerIn = List.copyOf(registerIn);
        if (!registerIn.stream().allMatch(id -> id.matches("[0-9]{15,20}"))) {
            throw new IllegalArgumentException(
                    "register-in takes ids of Discord servers, as in [\"81384788765712384\"] (right click on the server, Copy Server ID)");
        }
    }

    /** What the connection needs of it. */
    Access access() {
        String address = apiUrl.toString();
        URI base = address.endsWith("/") ? apiUrl : URI.create(address + '/');
        return new Access(token, base, isCount(shards) ? OptionalInt.of(Integer.parseInt(shards)) : OptionalInt.empty());
    }

    private static boolean isCount(String text) {
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST_SHARDS;
    }
}

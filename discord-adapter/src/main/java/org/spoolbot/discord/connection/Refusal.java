package org.spoolbot.discord.connection;

import java.util.Optional;
import net.dv8tion.jda.api.requests.CloseCode;
import org.jspecify.annotations.Nullable;

/**
 * Why Discord will not have us until the operator has done something. We never try again by ourselves: ten thousand refused requests in ten
 * minutes get the machine's address banned.
 */
public enum Refusal {
    INVALID_TOKEN(
            "discord.refused.token",
            "Discord refuses the token. Make a new one (developer portal, page Bot, Reset Token), set it as DISCORD_TOKEN or as token in"
                    + " plugins/discord/config.yml, and restart."),
    DISALLOWED_INTENTS(
            "discord.refused.intents",
            "Discord refuses the intents that the bot asks for, although none of them needs approval. Look whether api-url in"
                    + " plugins/discord/config.yml leads to Discord itself, and restart."),
    INVALID_SHARDS(
            "discord.refused.shards",
            "Discord refuses this number of shards. Write shards: auto in plugins/discord/config.yml, and restart.");

    private final String key;
    private final String advice;

    Refusal(String key, String advice) {
        this.key = key;
        this.advice = advice;
    }

    /** The key of the text that tells people. */
    public String key() {
        return key;
    }

    /** What is wrong and what to do, for the log. */
    public String advice() {
        return advice;
    }

    /** What a closed connection means; empty if it may be tried again. */
    static Optional<Refusal> of(@Nullable CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> Optional.of(INVALID_TOKEN);
            case INVALID_INTENTS, DISALLOWED_INTENTS -> Optional.of(DISALLOWED_INTENTS);
            case INVALID_SHARD, SHARDING_REQUIRED -> Optional.of(INVALID_SHARDS);
            case null, default -> Optional.empty();
        };
    }
}

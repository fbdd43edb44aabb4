package org.spoolbot.discord.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All interactions by id and by token. */
final class Interactions {
    private static final int MANY = 10_000;

    private final Map<String, Interaction> byId = new ConcurrentHashMap<>();
    private final Map<String, Interaction> byToken = new ConcurrentHashMap<>();

    /** Dead ones are forgotten once there are many: their token is refused either way. */
    void add(Interaction interaction) {
        if (byId.size() >= MANY) {
            byId.values().removeIf(Interaction::tokenExpired);
            byToken.values().removeIf(Interaction::tokenExpired);
        }
        byId.put(interaction.id(), interaction);
        byToken.put(interaction.token(), interaction);
    }

    Optional<Interaction> of(String id, String token) {
        return Optional.ofNullable(byId.get(id)).filter(interaction -> interaction.token().equals(token));
    }

    /** The interaction whose token may still be used for follow-ups and edits. */
    Interaction alive(String token) {
        Interaction interaction = byToken.get(token);
        if (interaction == null || interaction.tokenExpired()) {
            throw ApiError.deadToken();
        }
        if (!interaction.acknowledged()) {
            throw ApiError.unknownWebhook();
        }
        return interaction;
    }
}

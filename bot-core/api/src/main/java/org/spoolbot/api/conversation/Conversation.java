package org.spoolbot.api.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A stored conversation of one member in one channel.
 *
 * @param id random, 1 to 20 characters of {@code a-z 0-9}; fits into control ids
 * @param kind the name its handler is registered under
 * @param version changes with each save; a save with an older version is refused
 * @param state the handler's own text, at most 64 KiB
 * @param expiresAt when it ends by itself
 */
public record Conversation(String id, String kind, long version, String state, Instant expiresAt) {
    public Conversation {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(state, "state is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}

package org.spoolbot.telegram.connection;

import static java.util.Objects.requireNonNull;

/**
 * An update as Telegram sent it, not yet understood.
 *
 * @param id Telegram's own, rising (https://core.telegram.org/bots/api#update)
 * @param json the whole update as text
 */
public record Arrival(int id, String json) {
    public Arrival {
        requireNonNull(json, "json is null");
    }
}

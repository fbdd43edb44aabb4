package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

/**
 * A message that was sent.
 *
 * @param platform the platform's id
 * @param channel the channel or chat it stands in
 * @param id the platform's own id of it
 */
public record MessageRef(String platform, String channel, String id) {
    public MessageRef {
        requireNonNull(platform, "platform is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(id, "id is null");
    }
}

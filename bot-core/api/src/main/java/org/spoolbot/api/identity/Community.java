package org.spoolbot.api.identity;

import static java.util.Objects.requireNonNull;

/**
 * A Discord server, a Telegram group, the playground's room: a place with its own members, admins and budget.
 *
 * @param platform the platform's id
 * @param id the platform's own id of the community
 */
public record Community(String platform, String id) {
    public Community {
        requireNonNull(platform, "platform is null");
        requireNonNull(id, "id is null");
    }

    /** The form used in settings: {@code platform:id}. */
    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

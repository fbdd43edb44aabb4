package org.spoolbot.api.event;

import static java.util.Objects.requireNonNull;

/**
 * Another process answers with the same token: what members ask for may be made twice. The server holds all waiting paid jobs until an
 * owner lets them go, and tells the owners.
 *
 * @param platform the platform's id
 * @param detail for the operator; no secrets
 */
public record TokenConflictEvent(String platform, String detail) implements Event {
    public TokenConflictEvent {
        requireNonNull(platform, "platform is null");
        requireNonNull(detail, "detail is null");
    }
}

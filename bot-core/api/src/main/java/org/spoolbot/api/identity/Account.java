package org.spoolbot.api.identity;

import static java.util.Objects.requireNonNull;

/**
 * A person as one chat platform knows them.
 *
 * @param platform the platform's id, for example {@code discord}
 * @param id the platform's own id of the person
 */
public record Account(String platform, String id) {
    /** The platform name of the server's own console. */
    public static final String CONSOLE_PLATFORM = "console";

    public Account {
        requireNonNull(platform, "platform is null");
        requireNonNull(id, "id is null");
    }

    /** The account of whoever sits at the server's console; it may do everything. */
    public static Account console() {
        return new Account(CONSOLE_PLATFORM, "console");
    }

    /** Whether this is the server's console. */
    public boolean isConsole() {
        return platform.equals(CONSOLE_PLATFORM);
    }

    /** The form used in settings: {@code platform:id}. */
    @Override
    public String toString() {
        return platform + ":" + id;
    }
}

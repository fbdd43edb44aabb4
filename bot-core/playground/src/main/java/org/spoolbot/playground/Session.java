package org.spoolbot.playground;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.Origin;

/**
 * A browser that was let in.
 *
 * @param user the name it writes under; also its chat
 * @param admin whether it came by the console's link, or everybody may be an admin
 * @param language what the browser prefers
 */
record Session(String user, boolean admin, Locale language) {
    /** The role that the shipped permissions map to the group of owners. */
    static final String ADMIN_ROLE = "admin";

    /** Admins and members never share an account, so that a name alone gives nobody an admin's jobs. */
    String chat() {
        return admin ? "admin-" + user : user;
    }

    Destination destination(Optional<String> replyTo) {
        return new Destination(PlaygroundPlatform.ID, Optional.empty(), chat(), Optional.empty(), replyTo);
    }

    Origin origin(InstantSource clock, Optional<String> replyTo) {
        return new Origin(
                new Account(PlaygroundPlatform.ID, chat()),
                user,
                Optional.of(language),
                destination(replyTo),
                admin ? Standing.ADMINISTRATOR : Standing.MEMBER,
                admin ? Set.of(ADMIN_ROLE) : Set.of(),
                clock.instant());
    }
}

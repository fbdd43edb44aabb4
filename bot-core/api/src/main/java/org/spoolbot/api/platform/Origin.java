package org.spoolbot.api.platform;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who did something on a platform, where and when, as the platform says.
 *
 * @param account the person
 * @param name the name the platform shows; foreign text
 * @param language the language the platform tells
 * @param destination where answers go
 * @param standing what the platform says the person is there
 * @param roles the person's role ids there
 * @param writtenAt when it was written, by the platform's clock
 */
public record Origin(
        Account account,
        String name,
        Optional<Locale> language,
        Destination destination,
        Standing standing,
        Set<String> roles,
        Instant writtenAt) {
    public Origin {
        requireNonNull(account, "account is null");
        requireNonNull(name, "name is null");
        requireNonNull(language, "language is null");
        requireNonNull(destination, "destination is null");
        requireNonNull(standing, "standing is null");
        roles = Set.copyOf(roles);
        requireNonNull(writtenAt, "writtenAt is null");
    }
}

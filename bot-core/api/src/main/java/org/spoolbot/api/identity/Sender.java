package org.spoolbot.api.identity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A person who just did something, as the engine resolved them. Never a right in itself: services check again.
 *
 * @param member our own key of the person
 * @param account the account they used
 * @param name the name to show, already cleaned of control characters
 * @param language the language to answer in
 * @param community where they spoke; empty in private
 * @param groups the permission groups they are in there, strongest first, at least one
 */
public record Sender(
        MemberId member, Account account, String name, Locale language, Optional<Community> community, List<String> groups) {
    public Sender {
        requireNonNull(member, "member is null");
        requireNonNull(account, "account is null");
        requireNonNull(name, "name is null");
        requireNonNull(language, "language is null");
        requireNonNull(community, "community is null");
        groups = List.copyOf(groups);
    }

    /** Whether this is the server's console. */
    public boolean isConsole() {
        return account.isConsole();
    }
}

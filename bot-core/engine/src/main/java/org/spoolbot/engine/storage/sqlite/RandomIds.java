package org.spoolbot.engine.storage.sqlite;

import jakarta.inject.Inject;
import java.security.SecureRandom;

/** Random ids of letters and digits that cannot be confused with one another when typed. */
public final class RandomIds {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private final SecureRandom random;

    @Inject
    RandomIds(SecureRandom random) {
        this.random = random;
    }

    String next(int length) {
        StringBuilder id = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

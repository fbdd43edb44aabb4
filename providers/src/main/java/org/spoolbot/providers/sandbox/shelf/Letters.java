package org.spoolbot.providers.sandbox.shelf;

import java.security.SecureRandom;

/** Names that nobody guesses. */
public final class Letters {

    private static final String ALL = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /**
     * Letters and digits by chance.
     *
     * @param count how many
     * @return the text
     */
    public String next(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int index = 0; index < count; index++) {
            text.append(ALL.charAt(random.nextInt(ALL.length())));
        }
        return text.toString();
    }
}

package org.spoolbot.providers.sandbox.evolink;

/** How many tokens a text has, about: one for each character of scripts without spaces, one for every four letters of the others. */
final class PromptTokens {

    private static final int LETTERS_PER_TOKEN = 4;

    private PromptTokens() {}

    static int of(String text) {
        int tokens = 0;
        for (String word : text.strip().split("\\s+")) {
            long whole = word.codePoints().filter(Character::isIdeographic).count();
            long letters = word.codePoints().count() - whole;
            tokens += (int) (whole + Math.ceilDiv(letters, LETTERS_PER_TOKEN));
        }
        return tokens;
    }
}

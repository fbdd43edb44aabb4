package org.spoolbot.discord.render;

import java.util.regex.Pattern;

/** Which characters Discord acts upon, and where. */
final class Markup {
    /** Emphasis, code, spoilers, masked links, and all that begins with an angle bracket: mentions, emoji, timestamps, addresses. */
    private static final String ALWAYS = "\\*_~`|[]<";

    /** Quotes, headings, small print and lists. */
    private static final String AT_LINE_START = ">#-+";

    private static final Pattern EVERYBODY = Pattern.compile("(?i)@(?:everyone|here)");
    private static final Pattern EMOJI = Pattern.compile(":[\\w+-]+:");
    private static final Pattern INVITE = Pattern.compile("(?i)\\.(?:gg|com/(?:invite|template)|me|io|link|new)/");
    private static final int NUMBER_DIGITS = 10;

    private Markup() {}

    /** Whether the character there has to be escaped to be only itself. */
    static boolean acts(String text, int at) {
        char sign = text.charAt(at);
        if (ALWAYS.indexOf(sign) >= 0) {
            return true;
        }
        return switch (sign) {
            case '@' -> begins(EVERYBODY, text, at);
            case ':' -> text.startsWith("//", at + 1) || begins(EMOJI, text, at);
            case '.' -> endsNumberOfList(text, at) || begins(INVITE, text, at);
            case '>', '#', '-', '+' -> AT_LINE_START.indexOf(sign) >= 0 && isFirstOfLine(text, at);
            default -> false;
        };
    }

    private static boolean begins(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean isFirstOfLine(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private static boolean endsNumberOfList(String text, int at) {
        int start = at;
        while (start > 0 && at - start < NUMBER_DIGITS && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        boolean ends = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        return ends && start < at && isFirstOfLine(text, start);
    }
}

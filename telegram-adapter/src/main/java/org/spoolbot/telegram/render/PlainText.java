package org.spoolbot.telegram.render;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Foreign text in Telegram's HTML. Its limits count what is left after parsing (https://core.telegram.org/bots/api#html-style). */
final class PlainText {
    private static final String MORE = "…";

    /** Flags of regions are a black flag and invisible letters. */
    private static final String REGION_FLAG = "\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,10}\\x{E007F}";
    /** Characters that cannot be seen could hide something, or turn the direction of the words around them. */
    private static final Pattern UNSEEN =
            Pattern.compile("(" + REGION_FLAG + ")|[\\p{Cc}\\p{Cf}\\p{Cs}\\u115F\\u1160\\u2800\\u3164\\uFFA0&&[^\\n\\t]]");
    /** What stands beside a joiner that means something: signs of emoji, and letters, in some scripts. */
    private static final Pattern JOINED = Pattern.compile("[\\p{L}\\p{M}\\p{So}\\p{Sk}\\p{Sm}]");
    private static final String JOINERS = "\u200C\u200D";
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\u2028\\u2029]");
    /** Telegram makes a mention of it by itself, and tells that person. */
    private static final Pattern MENTION = Pattern.compile("(?:(?<![\\p{L}\\p{N}_])@|@@)@*[A-Za-z0-9_]+");

    private PlainText() {}

    /** A text as HTML, with nobody called by it. Telegram looks for no names in code, and whoever copies it gets what was written. */
    static String html(String text) {
        return MENTION.matcher(escaped(text)).replaceAll("<code>$0</code>");
    }

    /** For keys, where nothing is mentioned: one line, never empty. */
    static String label(String text, int most) {
        String line = seen(text).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? MORE : cut(line, most);
    }

    /** What of a text may be shown: nothing unseen. */
    static String seen(String text) {
        String lines = LINE_BREAK.matcher(text).replaceAll("\n");
        return UNSEEN.matcher(lines).replaceAll(found -> isMeant(lines, found) ? found.group() : "");
    }

    private static boolean isMeant(String text, MatchResult found) {
        if (found.group(1) != null) {
            return true;
        }
        boolean between = found.start() > 0 && found.end() < text.length() && JOINERS.contains(found.group());
        return between && isJoined(text.codePointBefore(found.start())) && isJoined(text.codePointAt(found.end()));
    }

    private static boolean isJoined(int point) {
        return JOINED.matcher(Character.toString(point)).matches();
    }

    /** Three characters mean something in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** At most so many UTF-16 units, which is what Telegram counts, without half of what a reader sees as one character at the end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        if (most < MORE.length()) {
            return "";
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int room = most - MORE.length();
        int end = characters.isBoundary(room) ? room : Math.max(0, characters.preceding(room));
        return text.substring(0, end) + MORE;
    }
}

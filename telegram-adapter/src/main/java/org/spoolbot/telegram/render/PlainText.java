package org.spoolbot.telegram.render;

/** Foreign text in Telegram's HTML. Its limits count what is left after parsing (https://core.telegram.org/bots/api#html-style). */
final class PlainText {
    private static final String MORE = "…";

    private PlainText() {}

    /** Three characters mean something in HTML; invisible ones could turn the text around a name. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().filter(PlainText::isShown).forEach(point -> {
            switch (point) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    /** Line breaks and joiners of emoji are kept; other control and direction characters are not. */
    private static boolean isShown(int point) {
        if (point == '\n' || point == '\t' || point == 0x200D) {
            return true;
        }
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    /** At most so many UTF-16 units, which is what Telegram counts, without half a character at the end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(0, most - MORE.length());
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + MORE;
    }
}

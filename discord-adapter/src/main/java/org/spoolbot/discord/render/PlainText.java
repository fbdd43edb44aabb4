package org.spoolbot.discord.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as Discord has to be told it, so that nothing in it is formatted, linked or called. */
public final class PlainText {
    private static final String ELLIPSIS = "…";

    /** What may not reach a reader: control characters, characters that turn the direction of writing, halves of pairs. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}&&[^\\n\\t]]");

    /** An address that a reader may press. One with characters that end Discord's angle brackets is left as plain text. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>|`*\\\\\"]{1,1900}");

    /** Trailing characters of a sentence that belong to no address. */
    private static final Pattern TAIL = Pattern.compile("[.,;:!?)\\]}'»”]+$");

    private static final Pattern INVITE =
            Pattern.compile("(?i)discord(?:app)?\\.(?:gg|com/invite|me|io|link|new|com/template)|dsc\\.gg");

    private PlainText() {}

    /** The whole text, with nothing left that Discord would act upon. */
    public static String escape(String text) {
        return escape(text, Integer.MAX_VALUE);
    }

    /** The text within a length, cut where no escape is broken. */
    public static String escape(String text, int length) {
        Scribe scribe = new Scribe(length);
        String clean = clean(text);
        scribe.plain(clean, 0, clean.length());
        return scribe.toString();
    }

    /** The same, but addresses of the web can be pressed; they show no preview. Invitations stay plain. */
    public static String speech(String text, int length) {
        Scribe scribe = new Scribe(length);
        String clean = clean(text);
        Matcher address = ADDRESS.matcher(clean);
        int done = 0;
        while (address.find()) {
            String found = TAIL.matcher(address.group()).replaceFirst("");
            if (INVITE.matcher(found).find()) {
                continue;
            }
            scribe.plain(clean, done, address.start());
            scribe.whole("<" + found + ">");
            done = address.start() + found.length();
        }
        scribe.plain(clean, done, clean.length());
        return scribe.toString();
    }

    /** Text for places where Discord formats nothing, such as labels: at most that long, cut between characters. */
    static String label(String text, int length) {
        String line = clean(text).replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? ELLIPSIS : cut(line, length);
    }

    /** The text within a length, without half a character at its end. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = length - ELLIPSIS.length();
        if (end < 1) {
            return ELLIPSIS;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    static String clean(String text) {
        return UNSAFE.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /** Writes as many whole signs as fit, an ellipsis last if some did not. */
    private static final class Scribe {
        private final int room;
        private final StringBuilder out = new StringBuilder();
        private int lastThatLeavesRoom;
        private boolean full;

        Scribe(int room) {
            this.room = room;
        }

        void plain(String text, int from, int to) {
            for (int at = from; at < to && !full; at += Character.charCount(text.codePointAt(at))) {
                String sign = Character.toString(text.codePointAt(at));
                whole(Markup.acts(text, at) ? "\\" + sign : sign);
            }
        }

        void whole(String sign) {
            if (full) {
                return;
            }
            if (out.length() + sign.length() > room) {
                full = true;
                out.setLength(lastThatLeavesRoom);
                out.append(room > 0 ? ELLIPSIS : "");
                return;
            }
            out.append(sign);
            if (out.length() <= room - ELLIPSIS.length()) {
                lastThatLeavesRoom = out.length();
            }
        }

        @Override
        public String toString() {
            return out.toString();
        }
    }
}

package org.spoolbot.providers.sandbox.render;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A text broken into lines of at most a given width.
 *
 * @param font the font it was measured with
 * @param lines what to draw
 */
record WrappedText(Font font, List<String> lines) {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final int LONGEST_TEXT = 2_000;

    /** Takes the largest of the sizes at which the text fits into the lines; at the smallest it is cut with an ellipsis. */
    static WrappedText fit(String text, Font font, double width, double height) {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        double size = font.getSize2D();
        double smallest = size * 0.55;
        WrappedText wrapped = wrap(cut, font, width);
        while (wrapped.height() > height && size > smallest) {
            size *= 0.92;
            wrapped = wrap(cut, font.deriveFont((float) size), width);
        }
        return wrapped.shortened((int) Math.max(1, height / wrapped.lineHeight()));
    }

    private static WrappedText wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            wrapParagraph(paragraph.strip(), font, width, lines);
        }
        return new WrappedText(font, lines);
    }

    private static void wrapParagraph(String paragraph, Font font, double width, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split("\\s+")) {
            String rest = word;
            String separator = line.isEmpty() ? "" : " ";
            if (width(line + separator + rest, font) <= width) {
                line.append(separator).append(rest);
                continue;
            }
            flush(line, lines);
            while (width(rest, font) > width) {
                int fitting = fitting(rest, font, width);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            line.append(rest);
        }
        flush(line, lines);
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    private static int fitting(String word, Font font, double width) {
        int end = 1;
        while (end < word.length() && width(word.substring(0, end + 1), font) <= width) {
            end++;
        }
        return end > 1 && Character.isHighSurrogate(word.charAt(end - 1)) ? end - 1 : end;
    }

    static double width(String text, Font font) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    private WrappedText shortened(int most) {
        if (lines.size() <= most) {
            return this;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1).replaceFirst("\\S{0,3}$", "") + "\u2026");
        return new WrappedText(font, kept);
    }

    double lineHeight() {
        return font.getSize2D() * 1.28;
    }

    double height() {
        return lines.size() * lineHeight();
    }
}

package org.spoolbot.engine.prompt;

import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.PromptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes prompts by the tag grammar. Immutable. */
public final class TagReader implements PromptReader {
    /**
     * Group 1: the at-signs, one for a tag and more for an escape. A letter of an alphabet in front makes it a part of a word; Chinese
     * characters do not, because Chinese puts no space between words, and neither does another tag. What cannot be seen does not count:
     * chats put such characters into what people copy.
     */
    private static final Pattern TAG = Pattern.compile("(?:\\G|(?<![\\w@\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}]))(@+)\\p{Cf}*+("
            + "image|img|图片|图像|video|vid|视频|audio|音频)\\p{Cf}*+(?:[_\\s]\\p{Cf}*+)?([1-9](?:\\p{Cf}*+[0-9])?)"
            + "(?!\\p{Cf}*+[0-9])(?![\\w\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    @Override
    public Prompt read(String text) {
        List<Prompt.Token> tokens = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Matcher matcher = TAG.matcher(text);
        int end = 0;
        while (matcher.find()) {
            words.append(text, end, matcher.start());
            end = matcher.end();
            if (matcher.group(1).length() > 1) {
                words.append(text, matcher.start() + 1, end);
                continue;
            }
            addWords(tokens, words);
            tokens.add(new Prompt.Tag(kind(matcher.group(2)), number(matcher.group(3))));
        }
        words.append(text, end, text.length());
        addWords(tokens, words);
        return new Prompt(tokens);
    }

    @Override
    public String write(Prompt prompt) {
        StringBuilder written = new StringBuilder();
        StringBuilder words = new StringBuilder();
        for (Prompt.Token token : prompt.tokens()) {
            switch (token) {
                case Prompt.Tag tag -> {
                    escape(written, words);
                    written.append(tag.canonical());
                }
                case Prompt.Text text -> words.append(text.text());
            }
        }
        escape(written, words);
        return written.toString();
    }

    /** What stands before the words decides whether they look like a tag, so it is looked at too. */
    private static void escape(StringBuilder written, StringBuilder words) {
        int start = written.length();
        String whole = written.toString() + words;
        words.setLength(0);
        Matcher matcher = TAG.matcher(whole).region(start, whole.length()).useTransparentBounds(true);
        int end = start;
        while (matcher.find()) {
            written.append(whole, end, matcher.start()).append('@');
            end = matcher.start();
        }
        written.append(whole, end, whole.length());
    }

    private static void addWords(List<Prompt.Token> tokens, StringBuilder words) {
        if (words.isEmpty()) {
            return;
        }
        tokens.add(new Prompt.Text(words.toString()));
        words.setLength(0);
    }

    private static int number(String digits) {
        return Integer.parseInt(UNSEEN.matcher(digits).replaceAll(""));
    }

    private static MediaKind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "video", "vid", "视频" -> MediaKind.VIDEO;
            case "audio", "音频" -> MediaKind.AUDIO;
            default -> MediaKind.IMAGE;
        };
    }
}

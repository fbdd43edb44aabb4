package org.spoolbot.engine.command;

import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.engine.spelling.Nearest;

/**
 * Takes the words after a command's name apart. Options may stand anywhere; what belongs to no option stays as it was typed, so that a
 * prompt keeps its apostrophes, quotes and line breaks. Used once, by one thread.
 */
final class OptionParser {
    private static final String QUOTES = "\"“”„";

    private final CommandSpec spec;
    private final String text;
    private final OptionCheck check;
    private final StringBuilder rest = new StringBuilder();
    private final List<String> placed = new ArrayList<>();
    private int position;
    private boolean optionsEnded;

    private OptionParser(CommandSpec spec, String name, String text) {
        this.spec = spec;
        this.text = text;
        this.check = new OptionCheck(spec, name);
    }

    /** Reads everything behind the command's whole name. Never throws. */
    static Parsed parse(CommandSpec spec, String name, String text) {
        return new OptionParser(spec, name, text).run();
    }

    private Parsed run() {
        while (skipSpace()) {
            if (!takeOption() && !takePlaced()) {
                takeRest();
            }
        }
        finishPlaces();
        finishRest();
        return check.finish();
    }

    private boolean skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length();
    }

    private boolean takeOption() {
        if (optionsEnded) {
            return false;
        }
        String word = wordAt(position);
        if (word.equals("--")) {
            optionsEnded = true;
            position += 2;
            return true;
        }
        int dashes = dashes(word);
        if (dashes == 0) {
            return false;
        }
        int equals = word.indexOf('=');
        String name = word.substring(dashes, equals < 0 ? word.length() : equals).toLowerCase(Locale.ROOT);
        return takeNamed(name, position + dashes + name.length(), equals >= 0, word.startsWith("--"));
    }

    /** A phone turns two hyphens into one long dash, which is also a mark of its own: then only a name that is known counts. */
    private boolean takeNamed(String name, int nameEnd, boolean glued, boolean certain) {
        Optional<OptionSpec> option = spec.option(name);
        if (option.isEmpty() && !certain && nearOption(name).isEmpty()) {
            return false;
        }
        position = glued ? nameEnd + 1 : nameEnd;
        if (option.isEmpty()) {
            check.unknown(name);
            skipValueOfUnknown(glued);
            return true;
        }
        takeValue(option.get(), glued);
        return true;
    }

    private Optional<String> nearOption(String name) {
        List<String> names = spec.options().stream().map(OptionSpec::name).toList();
        return name.length() < 4 ? Optional.empty() : Nearest.to(name, names);
    }

    private void skipValueOfUnknown(boolean glued) {
        if (glued && position < text.length() && !Character.isWhitespace(text.charAt(position))) {
            readValue();
        }
    }

    private void takeValue(OptionSpec option, boolean glued) {
        if (option.type() == Type.ATTACHMENT) {
            check.putFile(option);
            return;
        }
        if (glued) {
            check.put(option, atWordEnd() ? "" : readValue());
            return;
        }
        if (option.type() == Type.FLAG) {
            takeFlag(option);
            return;
        }
        if (!skipSpace() || startsOption(position)) {
            check.missingValue(option);
            return;
        }
        check.put(option, readValue());
    }

    private void takeFlag(OptionSpec option) {
        int before = position;
        String next = skipSpace() ? wordAt(position).toLowerCase(Locale.ROOT) : "";
        if (isFlagWord(next)) {
            position += next.length();
            check.put(option, next);
            return;
        }
        position = before;
        check.put(option, "true");
    }

    /** "--now on the beach": {@code on} is a word of the prompt when other words follow some that came before. */
    private boolean isFlagWord(String word) {
        if (!OptionCheck.YES.contains(word) && !OptionCheck.NO.contains(word)) {
            return false;
        }
        int end = position + word.length();
        String after = text.substring(end).stripLeading();
        return !word.equals("on") || rest.isEmpty() || after.isEmpty() || startsOption(text.length() - after.length());
    }

    private boolean takePlaced() {
        if (placed.size() >= places().count()) {
            return false;
        }
        placed.add(readValue());
        return true;
    }

    private Stream<OptionSpec> places() {
        return spec.options().stream()
                .filter(option -> option.presence() == Presence.REQUIRED || option.presence() == Presence.POSITIONAL)
                .filter(option -> option.type() != Type.ATTACHMENT);
    }

    /** Words whose place turned out to be taken by a named option belong to the rest. */
    private void finishPlaces() {
        List<OptionSpec> open = places().filter(option -> !check.has(option)).toList();
        for (OptionSpec option : open) {
            if (!placed.isEmpty()) {
                check.put(option, placed.removeFirst());
            }
        }
        if (!placed.isEmpty()) {
            rest.insert(0, String.join(" ", placed) + (rest.isEmpty() ? "" : " "));
        }
    }

    private void takeRest() {
        int start = position;
        do {
            int quoteEnd = quotedChunkEnd();
            position = quoteEnd > 0 ? quoteEnd : position + wordAt(position).length();
        } while (skipSpace() && !startsOption(position));
        if (!rest.isEmpty()) {
            rest.append(' ');
        }
        rest.append(text.substring(start, position).strip());
    }

    /** Where a quoted piece that begins here ends, so that dashes inside it are words; 0 if none begins here. */
    private int quotedChunkEnd() {
        if (!isQuote(text.charAt(position))) {
            return 0;
        }
        int close = closingQuote(position + 1);
        boolean wordEnds = close > 0 && (close + 1 == text.length() || Character.isWhitespace(text.charAt(close + 1)));
        return wordEnds ? close + 1 : 0;
    }

    private void finishRest() {
        if (rest.isEmpty()) {
            return;
        }
        String words = unquoted(rest.toString());
        spec.options().stream()
                .filter(option -> option.presence() == Presence.REST)
                .findFirst()
                .ifPresentOrElse(option -> check.put(option, words), () -> check.tooMuch(words));
    }

    private static String unquoted(String words) {
        boolean wrapped = words.length() > 2 && isQuote(words.charAt(0)) && isQuote(words.charAt(words.length() - 1));
        if (!wrapped) {
            return words;
        }
        String inside = words.substring(1, words.length() - 1);
        return inside.chars().anyMatch(OptionParser::isQuote) ? words : inside;
    }

    private String readValue() {
        if (isQuote(text.charAt(position))) {
            int close = closingQuote(position + 1);
            if (close > 0) {
                String value = text.substring(position + 1, close);
                position = close + 1;
                return value;
            }
        }
        String word = wordAt(position);
        position += word.length();
        return word;
    }

    private int closingQuote(int from) {
        for (int index = from; index < text.length(); index++) {
            if (isQuote(text.charAt(index))) {
                return index;
            }
        }
        return 0;
    }

    private boolean atWordEnd() {
        return position >= text.length() || Character.isWhitespace(text.charAt(position));
    }

    private boolean startsOption(int index) {
        String word = wordAt(index);
        if (optionsEnded || word.equals("--")) {
            return !optionsEnded;
        }
        int dashes = dashes(word);
        if (dashes == 0) {
            return false;
        }
        int equals = word.indexOf('=');
        String name = word.substring(dashes, equals < 0 ? word.length() : equals).toLowerCase(Locale.ROOT);
        return word.startsWith("--") || spec.option(name).isPresent() || nearOption(name).isPresent();
    }

    /** How many characters of dash a word begins with if a letter follows; 0 if it is no option. */
    private static int dashes(String word) {
        int count = word.startsWith("--") ? 2 : word.startsWith("—") || word.startsWith("–") ? 1 : 0;
        return count > 0 && word.length() > count && Character.isLetter(word.charAt(count)) ? count : 0;
    }

    private String wordAt(int index) {
        int end = index;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(index, end);
    }

    private static boolean isQuote(int character) {
        return QUOTES.indexOf(character) >= 0;
    }
}

package org.spoolbot.engine.command.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/** What members and the admins of chats can choose once for all: names, values, and how they are typed, stored and shown. */
final class Choices {
    /** Takes a choice back. */
    static final String UNSET = "default";

    private static final String LENGTH = "duration";

    private Choices() {}

    /** The choices with fixed values, in the order they are shown. */
    static Map<String, List<String>> fixed() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("ratio", Stream.of(Ratio.values()).map(Ratio::label).toList());
        choices.put("resolution", Stream.of(Resolution.values()).map(Resolution::label).toList());
        choices.put("audio", List.of("on", "off"));
        choices.put("confirm", List.of("card", "now"));
        choices.put("language", List.of("en", "de", "es", "ru", "zh"));
        return choices;
    }

    /** What was typed, ready to be stored. */
    static Map<String, String> typed(CommandContext context, Map<String, List<String>> choices) throws CommandException {
        Map<String, String> wanted = new LinkedHashMap<>();
        choices.keySet().forEach(name -> context.option(name).ifPresent(value -> wanted.put(name, stored(value))));
        if (context.option(LENGTH).isPresent()) {
            wanted.put(LENGTH, stored(checkedLength(context.option(LENGTH).get())));
        }
        return wanted;
    }

    private static String checkedLength(String value) throws CommandException {
        boolean fits = value.equalsIgnoreCase(UNSET) || Defaults.number(value).isPresent();
        if (!fits) {
            throw new CommandException("command.settings.length", value);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    static String stored(String typed) {
        return switch (typed) {
            case UNSET -> "";
            case "on" -> "true";
            case "off" -> "false";
            default -> typed;
        };
    }

    /** What was stored, as it is typed. */
    static String shown(String stored) {
        return switch (stored) {
            case "" -> UNSET;
            case "true" -> "on";
            case "false" -> "off";
            default -> stored;
        };
    }

    /** A value in the words of whoever reads it; what is typed stays in {@code /help}. */
    static String label(Turn turn, String name, String value) {
        if (value.equals(UNSET)) {
            return turn.text("command.settings.default");
        }
        return switch (name) {
            case "audio" -> turn.text("command.text." + value);
            case "confirm" -> turn.text("command.settings.value." + value);
            case "spoiler" -> turn.text("community.spoiler." + value);
            case "language" -> nativeName(Locale.of(value));
            default -> value;
        };
    }

    private static String nativeName(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}

package org.spoolbot.engine.command;

import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.i18n.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.engine.spelling.Nearest;

/** Collects the values of one call and checks each against its option. */
final class OptionCheck {
    static final Set<String> YES = Set.of("true", "on", "yes");
    static final Set<String> NO = Set.of("false", "off", "no");
    private static final int SHOWN = 60;

    private final CommandSpec spec;
    private final String name;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<Phrase> faults = new ArrayList<>();

    /** For a command and its whole name without the slash, such as "admin quota set", as {@code /help} takes it. */
    OptionCheck(CommandSpec spec, String name) {
        this.spec = spec;
        this.name = name;
    }

    /** The options of a call that the platform took apart. */
    static Parsed of(CommandSpec spec, String command, Map<String, String> options, Set<String> attachments) {
        OptionCheck check = new OptionCheck(spec, command);
        options.forEach((name, value) -> spec.option(name)
                .ifPresentOrElse(option -> check.put(option, value), () -> check.unknown(name)));
        attachments.forEach(name -> spec.option(name).ifPresentOrElse(check::putFile, () -> check.unknown(name)));
        return check.finish();
    }

    boolean has(OptionSpec option) {
        return values.containsKey(option.name());
    }

    void put(OptionSpec option, String value) {
        if (values.containsKey(option.name())) {
            fault("command.fault.twice", option.name());
            return;
        }
        checked(option, value.strip()).ifPresent(good -> values.put(option.name(), good));
    }

    void putFile(OptionSpec option) {
        if (files.contains(option.name())) {
            fault("command.fault.twice", option.name());
            return;
        }
        files.add(option.name());
    }

    void missingValue(OptionSpec option) {
        if (option.choices().isEmpty()) {
            fault("command.fault.value-missing", option.name());
            return;
        }
        fault("command.fault.value-missing-choices", option.name(), choices(option));
    }

    void unknown(String option) {
        List<String> known = spec.options().stream().map(OptionSpec::name).toList();
        Nearest.to(option.toLowerCase(Locale.ROOT), known)
                .ifPresentOrElse(
                        near -> fault("command.fault.option-unknown-near", shown(option), near),
                        () -> fault("command.fault.option-unknown", shown(option), name));
    }

    void tooMuch(String words) {
        fault("command.fault.too-much", shown(words), name);
    }

    Parsed finish() {
        spec.options().stream()
                .filter(option -> option.presence() == OptionSpec.Presence.REQUIRED)
                .filter(option -> !has(option) && !files.contains(option.name()))
                .filter(option -> faults.stream().noneMatch(fault -> fault.arguments().contains(option.name())))
                .forEach(option -> fault("command.fault.required", option.name(), name));
        return new Parsed(values, files, faults);
    }

    private Optional<String> checked(OptionSpec option, String value) {
        if (value.isEmpty()) {
            missingValue(option);
            return Optional.empty();
        }
        if (!option.choices().isEmpty()) {
            return choice(option, value);
        }
        return switch (option.type()) {
            case TEXT -> text(option, value);
            case MEMBER -> Optional.of(value);
            case INTEGER -> integer(option, value);
            case FLAG -> flag(option, value);
            case JOB -> job(option, value);
            case ATTACHMENT -> {
                fault("command.fault.no-file", option.name());
                yield Optional.empty();
            }
        };
    }

    private Optional<String> choice(OptionSpec option, String value) {
        Optional<String> match = option.choices().stream().filter(choice -> choice.equalsIgnoreCase(value)).findFirst();
        if (match.isEmpty()) {
            fault("command.fault.choice", option.name(), shown(value), choices(option));
        }
        return match;
    }

    private Optional<String> text(OptionSpec option, String value) {
        int length = value.codePointCount(0, value.length());
        if (option.range().filter(range -> length > range.to()).isPresent()) {
            fault("command.fault.too-long", option.name(), length, option.range().get().to());
            return Optional.empty();
        }
        if (option.range().filter(range -> length < range.from()).isPresent()) {
            fault("command.fault.too-short", option.name(), length, option.range().get().from());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<String> integer(OptionSpec option, String value) {
        Optional<Integer> number = number(value);
        if (number.isEmpty() && (option.range().isEmpty() || !value.matches("[+-]?[0-9]+"))) {
            fault("command.fault.number", option.name(), shown(value));
            return Optional.empty();
        }
        boolean fits = option.range()
                .map(range -> number.filter(one -> one >= range.from() && one <= range.to()).isPresent())
                .orElse(true);
        if (!fits) {
            OptionSpec.Range range = option.range().orElseThrow();
            fault("command.fault.range", option.name(), shown(value), range.from(), range.to());
            return Optional.empty();
        }
        return number.map(Object::toString);
    }

    private static Optional<Integer> number(String value) {
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private Optional<String> flag(OptionSpec option, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        if (YES.contains(word) || NO.contains(word)) {
            return Optional.of(Boolean.toString(YES.contains(word)));
        }
        fault("command.fault.flag", option.name(), shown(value));
        return Optional.empty();
    }

    private Optional<String> job(OptionSpec option, String value) {
        String id = (value.startsWith("#") ? value.substring(1) : value).toLowerCase(Locale.ROOT);
        if (id.matches("[a-z0-9]{1,20}")) {
            return Optional.of(id);
        }
        fault("command.fault.job", option.name(), shown(value));
        return Optional.empty();
    }

    private void fault(String key, Object... arguments) {
        faults.add(Phrase.of(key, arguments));
    }

    private static String choices(OptionSpec option) {
        return String.join(", ", option.choices());
    }

    static String shown(String foreign) {
        return foreign.length() <= SHOWN ? foreign : foreign.substring(0, SHOWN - 1) + "…";
    }
}

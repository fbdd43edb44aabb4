package org.spoolbot.engine.config;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.identity.Account;

/** Turns a plain value into the type that is asked for. Pure. */
final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, new Kind("a text", Optional::of)),
            Map.entry(int.class, new Kind("a whole number, such as 3", guarded(Integer::valueOf))),
            Map.entry(Integer.class, new Kind("a whole number, such as 3", guarded(Integer::valueOf))),
            Map.entry(long.class, new Kind("a whole number, such as 3", guarded(Long::valueOf))),
            Map.entry(Long.class, new Kind("a whole number, such as 3", guarded(Long::valueOf))),
            Map.entry(double.class, new Kind("a number, such as 0.5", guarded(Scalars::finite))),
            Map.entry(Double.class, new Kind("a number, such as 0.5", guarded(Scalars::finite))),
            Map.entry(boolean.class, new Kind("true or false", Scalars::truth)),
            Map.entry(Boolean.class, new Kind("true or false", Scalars::truth)),
            Map.entry(BigDecimal.class, new Kind("a number, such as 0.25", guarded(BigDecimal::new))),
            Map.entry(Duration.class, new Kind("a time with its unit, such as 10s, 5m, 2h or 7d", Scalars::duration)),
            Map.entry(URI.class, new Kind("an address, such as https://example.org/", Scalars::address)),
            Map.entry(Secret.class, new Kind("a key or token", text -> Optional.of(new Secret(text)))),
            Map.entry(ByteSize.class, new Kind("a size, such as 500 MiB or 2 GiB", ByteSize::parse)),
            Map.entry(ZoneId.class, new Kind("a time zone, such as UTC or Europe/Berlin", Scalars::zone)),
            Map.entry(Locale.class, new Kind("a language, such as en or de", Scalars::language)),
            Map.entry(Account.class, new Kind("platform:id, such as discord:80351110224678912", Scalars::account)));

    private Scalars() {}

    /** Whether plain values make that type. */
    static boolean knows(Class<?> type) {
        return type.isEnum() || KINDS.containsKey(type);
    }

    /** The value; empty if the text is none. */
    static Optional<Object> read(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> kebab((Enum<?>) constant).equals(text.strip()))
                    .map(Object.class::cast)
                    .findFirst();
        }
        return kind(type).read().apply(text).map(Object.class::cast);
    }

    /** What to write for such a type. */
    static String form(Class<?> type) {
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants()).map(constant -> kebab((Enum<?>) constant)).toList();
            return String.join(", ", names);
        }
        return kind(type).form();
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Kind kind(Class<?> type) {
        return Optional.ofNullable(KINDS.get(type))
                .orElseThrow(() -> new IllegalArgumentException("settings cannot hold a " + type.getName()));
    }

    private static Function<String, Optional<?>> guarded(Function<String, ?> parse) {
        return text -> {
            try {
                return Optional.of(parse.apply(text.strip().replace("_", "")));
            } catch (NumberFormatException fault) {
                return Optional.empty();
            }
        };
    }

    private static Double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.strip()) {
            case "true", "on", "yes" -> Optional.of(true);
            case "false", "off", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text.strip());
            return address.isAbsolute() ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException fault) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (DateTimeException fault) {
            return Optional.empty();
        }
    }

    private static Optional<Locale> language(String text) {
        Locale locale = Locale.forLanguageTag(text.strip().replace('_', '-'));
        return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale);
    }

    private static Optional<Account> account(String text) {
        int colon = text.indexOf(':');
        boolean fits = colon > 0 && colon < text.strip().length() - 1;
        return fits
                ? Optional.of(new Account(text.substring(0, colon).strip(), text.substring(colon + 1).strip()))
                : Optional.empty();
    }

    private record Kind(String form, Function<String, ? extends Optional<?>> read) {}
}

package org.spoolbot.engine.config;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.identity.Account;

/** Turns a plain value into the type that is asked for. Pure. */
final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern ACCOUNT = Pattern.compile("([a-z][a-z0-9-]*): ?([^\\s:]{1,100})");

    /** Longer times overflow clocks that count nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(String.class, new Kind("a text", Optional::of)),
            Map.entry(int.class, new Kind("a whole number, such as 3", guarded(Integer::valueOf))),
            Map.entry(Integer.class, new Kind("a whole number, such as 3", guarded(Integer::valueOf))),
            Map.entry(long.class, new Kind("a whole number, such as 3", guarded(Long::valueOf))),
            Map.entry(Long.class, new Kind("a whole number, such as 3", guarded(Long::valueOf))),
            Map.entry(double.class, new Kind("a number, such as 0.5", guarded(Scalars::plain))),
            Map.entry(Double.class, new Kind("a number, such as 0.5", guarded(Scalars::plain))),
            Map.entry(boolean.class, new Kind("true or false", Scalars::truth)),
            Map.entry(Boolean.class, new Kind("true or false", Scalars::truth)),
            Map.entry(BigDecimal.class, new Kind("a number, such as 0.25", guarded(Scalars::exact))),
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

    private static Double plain(String text) {
        return exact(text).doubleValue();
    }

    /** Without an exponent: 1e999999999 would take all memory once it is counted with. */
    private static BigDecimal exact(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("this is no number");
        }
        return new BigDecimal(text);
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
        Duration span =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                };
        return Optional.of(span).filter(time -> time.compareTo(LONGEST) <= 0);
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
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
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text.strip().replace('_', '-')).build();
            return LANGUAGES.contains(locale.getLanguage()) ? Optional.of(locale) : Optional.empty();
        } catch (IllformedLocaleException fault) {
            return Optional.empty();
        }
    }

    /** Platforms are written in small letters: another spelling would silently be nobody. */
    private static Optional<Account> account(String text) {
        Matcher matcher = ACCOUNT.matcher(text.strip());
        return matcher.matches() ? Optional.of(new Account(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private record Kind(String form, Function<String, ? extends Optional<?>> read) {}
}

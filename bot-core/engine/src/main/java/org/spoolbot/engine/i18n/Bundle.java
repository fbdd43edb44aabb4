package org.spoolbot.engine.i18n;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Patterns by key in some languages, each read when it is first asked for. A file that cannot be read counts as empty. Thread-safe. */
final class Bundle {
    private static final Logger LOG = LoggerFactory.getLogger(Bundle.class);
    private static final int MAX_LANGUAGES = 100;

    private final String name;
    private final Function<String, Optional<String>> files;
    private final Map<String, Map<String, String>> languages = new ConcurrentHashMap<>();

    /** Reads from files by their suffix: {@code ""} is English, {@code "_de"} German. */
    Bundle(String name, Function<String, Optional<String>> files) {
        this.name = name;
        this.files = files;
    }

    /** The pattern in that very language; English is the language without a suffix. */
    Optional<String> pattern(Locale language, String key) {
        return suffix(language.getLanguage()).flatMap(suffix -> Optional.ofNullable(patterns(suffix).get(key)));
    }

    /** Languages come from outside: what is no language must not become a path. */
    private static Optional<String> suffix(String language) {
        if (language.isEmpty() || language.equals("en")) {
            return Optional.of("");
        }
        return language.matches("[a-z]{2,8}") ? Optional.of("_" + language) : Optional.empty();
    }

    private Map<String, String> patterns(String suffix) {
        boolean full = languages.size() >= MAX_LANGUAGES && !languages.containsKey(suffix);
        return full ? Map.of() : languages.computeIfAbsent(suffix, this::read);
    }

    private Map<String, String> read(String suffix) {
        try {
            return files.apply(suffix).map(Bundle::parsed).orElse(Map.of());
        } catch (UncheckedIOException | IllegalArgumentException fault) {
            LOG.error("the messages {}{} cannot be read and are left out; save the file as UTF-8", name, suffix, fault);
            return Map.of();
        }
    }

    private static Map<String, String> parsed(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> patterns = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        return Map.copyOf(patterns);
    }
}

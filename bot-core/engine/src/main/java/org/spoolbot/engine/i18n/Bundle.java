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

/** Patterns by key in some languages, each read when it is first asked for. Thread-safe. */
final class Bundle {
    private final Function<String, Optional<String>> files;
    private final Map<String, Map<String, String>> languages = new ConcurrentHashMap<>();

    /** Reads from files by their suffix: {@code ""} is English, {@code "_de"} German. */
    Bundle(Function<String, Optional<String>> files) {
        this.files = files;
    }

    /** The pattern in that very language; English is the language without a suffix. */
    Optional<String> pattern(Locale language, String key) {
        String suffix = language.getLanguage().equals("en") || language.getLanguage().isEmpty() ? "" : "_" + language.getLanguage();
        return Optional.ofNullable(languages.computeIfAbsent(suffix, this::read).get(key));
    }

    private Map<String, String> read(String suffix) {
        Properties properties = new Properties();
        files.apply(suffix).ifPresent(text -> load(properties, text));
        Map<String, String> patterns = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        return Map.copyOf(patterns);
    }

    private static void load(Properties properties, String text) {
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

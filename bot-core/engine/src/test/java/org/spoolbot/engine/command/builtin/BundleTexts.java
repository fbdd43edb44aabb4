package org.spoolbot.engine.command.builtin;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;

/** The shipped English texts of commands and jobs; an unknown key is a fault of the test's subject. */
final class BundleTexts implements Translator {
    String lastLanguage = "";
    final Properties patterns = in("");
    private final Map<String, Properties> translations = new ConcurrentHashMap<>();

    private static Properties in(String suffix) {
        Properties all = new Properties();
        Stream.of("command", "job", "media", "community").forEach(bundle -> load(all, bundle + suffix));
        return all;
    }

    private static void load(Properties patterns, String bundle) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BundleTexts.class.getResourceAsStream("/messages/" + bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            patterns.load(reader);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String text(Locale language, Phrase phrase) {
        if (phrase.key().equals(Phrase.LITERAL)) {
            return phrase.arguments().getFirst().toString();
        }
        lastLanguage = language.getLanguage();
        String pattern = patterns.getProperty(phrase.key());
        if (pattern == null) {
            throw new IllegalStateException("no text for " + phrase.key());
        }
        Object[] arguments = phrase.arguments().stream()
                .map(argument -> argument instanceof Phrase inner ? text(language, inner) : argument)
                .toArray();
        return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    @Override
    public Optional<String> find(Locale language, String key) {
        Properties texts = language.getLanguage().equals("en")
                ? patterns
                : translations.computeIfAbsent(language.getLanguage(), code -> in("_" + code));
        return Optional.ofNullable(texts.getProperty(key));
    }
}

package org.spoolbot.engine.i18n;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;

/** Looks a phrase up in bundles, the first that has it winning, in the language asked for and then in English. Thread-safe. */
final class PhraseBook implements Translator {
    private static final Logger LOG = LoggerFactory.getLogger(PhraseBook.class);
    private static final int MAX_MISSING = 1000;

    private final List<Bundle> bundles;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    PhraseBook(List<Bundle> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    @Override
    public String text(Locale language, Phrase phrase) {
        if (phrase.key().equals(Phrase.LITERAL)) {
            return phrase.arguments().isEmpty() ? "" : String.valueOf(phrase.arguments().getFirst());
        }
        Optional<String> own = pattern(language, phrase.key());
        Optional<String> pattern = own.or(() -> pattern(Locale.ENGLISH, phrase.key()));
        if (pattern.isEmpty()) {
            return unknown(phrase.key());
        }
        return filled(own.isPresent() ? language : Locale.ENGLISH, pattern.get(), language, phrase.arguments());
    }

    private Optional<String> pattern(Locale language, String key) {
        return bundles.stream().flatMap(bundle -> bundle.pattern(language, key).stream()).findFirst();
    }

    private String unknown(String key) {
        if (missing.size() < MAX_MISSING && missing.add(key)) {
            LOG.warn("no message bundle has the key {}", key);
        }
        return key;
    }

    private String filled(Locale rules, String pattern, Locale language, List<Object> arguments) {
        // Most sentences have nothing to fill in; the format's first use costs a quarter of a second.
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Object[] values = arguments.stream().map(argument -> value(language, argument)).toArray();
        MessageFormat format = formats.computeIfAbsent(rules.getLanguage() + "|" + pattern, key -> new MessageFormat(pattern, rules));
        // A format keeps state while it works.
        return format.clone().format(values);
    }

    private Object value(Locale language, Object argument) {
        return switch (argument) {
            case Phrase phrase -> text(language, phrase);
            case Instant instant -> Date.from(instant);
            case Number number -> number;
            default -> String.valueOf(argument);
        };
    }
}

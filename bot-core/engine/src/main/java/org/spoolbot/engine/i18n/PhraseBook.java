package org.spoolbot.engine.i18n;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;

/** Looks a phrase up in bundles, the first that has it winning, in the language asked for and then in English. Thread-safe. */
final class PhraseBook implements Translator {
    private static final Logger LOG = LoggerFactory.getLogger(PhraseBook.class);
    private static final int MAX_COMPLAINTS = 1000;

    private final List<Bundle> bundles;
    private final Sentences sentences;
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    PhraseBook(List<Bundle> bundles, ZoneId zone) {
        this.bundles = List.copyOf(bundles);
        this.sentences = new Sentences(zone);
    }

    @Override
    public String text(Locale language, Phrase phrase) {
        if (phrase.key().equals(Phrase.LITERAL)) {
            return phrase.arguments().isEmpty() ? "" : String.valueOf(phrase.arguments().getFirst());
        }
        List<Object> words = phrase.arguments().stream()
                .<Object>map(argument -> argument instanceof Phrase inner ? text(language, inner) : argument)
                .toList();
        return Stream.of(language, Locale.ENGLISH)
                .flatMap(rules -> bundles.stream().flatMap(bundle -> filled(bundle, rules, phrase.key(), words).stream()))
                .findFirst()
                .orElseGet(() -> unknown(phrase.key()));
    }

    @Override
    public Optional<String> find(Locale language, String key) {
        return bundles.stream()
                .flatMap(bundle -> filled(bundle, language, key, List.of()).stream())
                .findFirst();
    }

    /** A pattern that the operator or a plugin wrote wrongly is passed over: the next one says the same. */
    private Optional<String> filled(Bundle bundle, Locale language, String key, List<Object> words) {
        Optional<String> pattern = bundle.pattern(language, key);
        try {
            return pattern.map(found -> sentences.filled(language, found, words));
        } catch (IllegalArgumentException fault) {
            if (complaint(key + " " + language.getLanguage())) {
                LOG.error("the message {} in language '{}' cannot be filled in and is left out; it must be an ICU pattern", key, language.getLanguage(), fault);
            }
            return Optional.empty();
        }
    }

    private String unknown(String key) {
        if (complaint(key)) {
            LOG.warn("no message bundle has the key {}", key);
        }
        return key;
    }

    private boolean complaint(String subject) {
        return complaints.size() < MAX_COMPLAINTS && complaints.add(subject);
    }
}

package org.spoolbot.telegram.inbound;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.identity.Account;
import org.telegram.telegrambots.meta.api.objects.User;

/** The language of each person's Telegram, as it came with what they did last. Thread-safe. */
public final class Languages {
    private static final int REMEMBERED = 5_000;

    private final Map<String, Locale> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Locale> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Knows nobody's. */
    public Languages() {}

    /** What somebody's program says; not every one says it. */
    static Optional<Locale> said(User user) {
        return Optional.ofNullable(user.getLanguageCode())
                .map(Locale::forLanguageTag)
                .filter(language -> !language.getLanguage().isEmpty());
    }

    synchronized Optional<Locale> heard(User user) {
        Optional<Locale> said = said(user);
        said.ifPresent(language -> known.put(user.getId().toString(), language));
        return said;
    }

    /** English for those not heard of. */
    public synchronized Locale of(Optional<Account> account) {
        return account.map(Account::id).map(known::get).orElse(Locale.ENGLISH);
    }
}

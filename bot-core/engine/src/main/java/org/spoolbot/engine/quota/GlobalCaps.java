package org.spoolbot.engine.quota;

import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;

/** The caps of the whole server: what was set from chat, else the file. */
public final class GlobalCaps {
    private static final QuotaSubject SERVER = new QuotaSubject.Global();

    private final RuleFiles files;
    private final QuotaBooks books;

    @Inject
    GlobalCaps(RuleFiles files, QuotaBooks books) {
        this.files = files;
        this.books = books;
    }

    /** The cap, if there is one. */
    public OptionalLong amount(QuotaLimit.Measure measure) {
        return Stream.concat(books.rules(SERVER).stream(), files.limits(SERVER).stream())
                .filter(limit -> limit.measure() == measure)
                .map(QuotaLimit::amount)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }
}

package org.spoolbot.engine.media;

import java.time.Duration;
import org.spoolbot.api.i18n.Phrase;

/** Amounts as phrases and numbers for sentences. */
final class Amounts {
    private static final double KILO = 1000;

    private Amounts() {}

    static Phrase bytes(long bytes) {
        if (bytes >= KILO * KILO) {
            return Phrase.of("media.amount.megabytes", bytes / (KILO * KILO));
        }
        return bytes >= KILO ? Phrase.of("media.amount.kilobytes", bytes / KILO) : Phrase.of("media.amount.bytes", bytes);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / KILO;
    }
}

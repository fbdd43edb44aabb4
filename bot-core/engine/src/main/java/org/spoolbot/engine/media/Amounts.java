package org.spoolbot.engine.media;

import java.time.Duration;
import org.spoolbot.api.i18n.Phrase;

/** Amounts as phrases and numbers for sentences. */
final class Amounts {
    private static final double KILO = 1000;
    private static final double KIBI = 1024;

    private Amounts() {}

    /** As gateways count. */
    static Phrase bytes(long bytes) {
        if (bytes >= KILO * KILO) {
            return Phrase.of("media.amount.megabytes", bytes / (KILO * KILO));
        }
        return bytes >= KILO ? Phrase.of("media.amount.kilobytes", bytes / KILO) : Phrase.of("media.amount.bytes", bytes);
    }

    /** As the operator's settings count. */
    static Phrase binary(long bytes) {
        if (bytes >= KIBI * KIBI) {
            return Phrase.of("media.amount.mebibytes", bytes / (KIBI * KIBI));
        }
        return bytes >= KIBI ? Phrase.of("media.amount.kibibytes", bytes / KIBI) : Phrase.of("media.amount.bytes", bytes);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / KILO;
    }
}

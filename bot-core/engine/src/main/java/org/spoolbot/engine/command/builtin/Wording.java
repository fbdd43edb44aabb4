package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts amounts and times into words. All methods are pure. */
final class Wording {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Wording() {}

    /** An amount with its currency; nothing is "free". */
    static Phrase money(Money amount, String currency) {
        return amount.isZero()
                ? Phrase.of("command.text.free")
                : Phrase.of("command.text.money", amount.toString(), currency);
    }

    /** A length of time, roughly, in the unit that fits. */
    static Phrase about(Duration length) {
        long seconds = Math.max(1, length.toSeconds());
        if (seconds < 90) {
            return Phrase.of("command.text.seconds", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 120
                ? Phrase.of("command.text.minutes", minutes)
                : Phrase.of("command.text.hours", Math.round(minutes / 60.0));
    }

    /** How long clips usually take. */
    static Phrase eta(Quote.Span span) {
        Duration typical = span.typical();
        Duration slow = span.slow();
        if (slow.toSeconds() < 90) {
            return Phrase.of("command.text.eta-seconds", Math.max(1, typical.toSeconds()), Math.max(1, slow.toSeconds()));
        }
        long from = Math.max(1, typical.toMinutes());
        return Phrase.of("command.text.eta-minutes", from, Math.max(from + 1, Math.ceilDiv(slow.toSeconds(), 60)));
    }

    /** A sentence with a capital at its beginning, also where that is the name of a file such as "image 1". */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** A moment in the server's time zone. */
    static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone)) + " " + zone.getId();
    }

    /** What a limit is called, for example "clips per day". */
    static Phrase measure(QuotaLimit.Measure measure) {
        return Phrase.of("command.measure." + kebab(measure));
    }

    /** The name of a measure as it is typed: {@code clips-per-day}. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An amount of what a limit measures. */
    static Phrase amount(QuotaLimit.Measure measure, long amount, String currency) {
        return switch (measure) {
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, RUNNING, WAITING -> Phrase.literal(Long.toString(amount));
            case SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH, COOLDOWN, LENGTH -> Phrase.of(
                    "command.text.seconds", amount);
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> Phrase.literal(new Money(amount) + " " + currency);
            case RESOLUTION -> Phrase.literal(amount + "p");
        };
    }

    /** What a job cost or holds. */
    static Phrase receipt(Receipt receipt, String currency) {
        return switch (receipt.standing()) {
            case HELD -> Phrase.of("command.receipt.held", money(receipt.price(), currency));
            case CHARGED -> receipt.charged().isZero()
                    ? Phrase.of("command.receipt.nothing")
                    : Phrase.of("command.receipt.charged", money(receipt.charged(), currency));
            case REFUNDED -> Phrase.of("command.receipt.refunded", money(receipt.price(), currency));
        };
    }
}

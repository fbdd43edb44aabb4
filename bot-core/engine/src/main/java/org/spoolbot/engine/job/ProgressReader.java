package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Quote;
import org.spoolbot.api.message.Progress;
import org.spoolbot.engine.config.ServerSettings;

/** How far a job is, in words that change only when something worth telling changed. */
final class ProgressReader {
    /** A guessed bar never looks finished. */
    private static final double GUESS_ENDS = 0.9;

    private final JobBooks books;
    private final Eta eta;
    private final LiveNotes notes;
    private final Translator texts;
    private final InstantSource clock;
    private final int gatewayPlaces;

    @Inject
    ProgressReader(
            JobBooks books, Eta eta, LiveNotes notes, Translator texts, InstantSource clock, ServerSettings settings) {
        this.books = books;
        this.eta = eta;
        this.notes = notes;
        this.texts = texts;
        this.clock = clock;
        this.gatewayPlaces = Math.max(1, settings.jobs().maxRunning());
    }

    Progress read(Job job, Locale language) {
        int position = job.status() == JobStatus.QUEUED ? books.position(job.id()) : 0;
        Optional<Quote.Span> span = eta.span(job.plan(), job.request());
        return new Progress(
                texts.text(language, Phrase.of("job.progress." + job.status().name().toLowerCase(Locale.ROOT))),
                fraction(job, span),
                position > 0 ? OptionalInt.of(position) : OptionalInt.empty(),
                left(job, span, position).map(time -> texts.text(language, time)));
    }

    private OptionalDouble fraction(Job job, Optional<Quote.Span> span) {
        return switch (job.status()) {
            case QUEUED, SUBMITTING -> OptionalDouble.empty();
            case RUNNING -> running(job, span);
            case FETCHING, DELIVERING -> OptionalDouble.of(GUESS_ENDS);
            case SUCCEEDED, FAILED, CANCELLED -> OptionalDouble.of(1);
        };
    }

    private OptionalDouble running(Job job, Optional<Quote.Span> span) {
        Optional<Double> told = notes.of(job.id()).fraction();
        if (told.isPresent()) {
            return OptionalDouble.of(tenths(Math.clamp(told.get(), 0, 1)));
        }
        return span.map(times -> OptionalDouble.of(tenths(share(elapsed(job), times.slow()))))
                .orElseGet(OptionalDouble::empty);
    }

    private static double share(Duration elapsed, Duration slow) {
        return Math.clamp(elapsed.toMillis() / (double) Math.max(1, slow.toMillis()), 0, GUESS_ENDS);
    }

    private static double tenths(double fraction) {
        return Math.floor(fraction * 10) / 10;
    }

    /** The time left, as a span; nothing once it took longer than nine of ten do. */
    private Optional<Phrase> left(Job job, Optional<Quote.Span> span, int position) {
        if (span.isEmpty() || job.status().isFinal()) {
            return Optional.empty();
        }
        int roundsBefore = Math.max(0, position - 1) / gatewayPlaces;
        Duration ahead = span.get().typical().multipliedBy(roundsBefore);
        Duration gone = elapsed(job);
        Duration typical = ahead.plus(span.get().typical()).minus(gone);
        Duration slow = ahead.plus(span.get().slow()).minus(gone);
        return slow.isPositive() ? Optional.of(span(typical, slow)) : Optional.empty();
    }

    /** Whole steps of 15 seconds below two minutes, whole minutes above. */
    private static Phrase span(Duration typical, Duration slow) {
        if (slow.compareTo(Duration.ofMinutes(2)) < 0) {
            long most = (slow.toSeconds() / 15 + 1) * 15;
            return Phrase.of("job.eta.seconds", most);
        }
        long from = Math.max(1, typical.toMinutes());
        long to = Math.max(from, slow.plusSeconds(59).toMinutes());
        return from == to ? Phrase.of("job.eta.minutes", to) : Phrase.of("job.eta.minutes-span", from, to);
    }

    private Duration elapsed(Job job) {
        return job.work().submittedAt().map(start -> Duration.between(start, clock.instant())).orElse(Duration.ZERO);
    }
}

package org.spoolbot.engine.storage.sqlite;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The calendar windows of quotas: day, ISO week, month. A change of zone takes effect when the day that runs is over, so that nobody's
 * day starts over by it.
 */
record Windows(ZoneId zone, ZoneId previous, Instant changeAt) {
    static Windows in(ZoneId zone) {
        return new Windows(zone, zone, Instant.MIN);
    }

    /** The windows after a change of zone. */
    Windows changedTo(ZoneId next, Instant now) {
        ZoneId present = zoneAt(now);
        return next.equals(present) ? in(next) : new Windows(next, present, of(Span.DAY, now).end());
    }

    /** The length of a window. */
    enum Span {
        DAY,
        WEEK,
        MONTH
    }

    /** A window: from start, inclusive, to end. */
    record Window(Instant start, Instant end) {}

    /** The window that holds an instant. */
    Window of(Span span, Instant instant) {
        ZoneId here = zoneAt(instant);
        LocalDate first = first(span, instant.atZone(here).toLocalDate());
        Instant start = first.atStartOfDay(here).toInstant();
        Instant end = next(span, first).atStartOfDay(here).toInstant();
        if (span == Span.DAY && start.isBefore(changeAt) && !instant.isBefore(changeAt)) {
            return new Window(changeAt, end);
        }
        return new Window(start, end);
    }

    private ZoneId zoneAt(Instant instant) {
        return instant.isBefore(changeAt) ? previous : zone;
    }

    private static LocalDate first(Span span, LocalDate date) {
        return switch (span) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
        };
    }

    private static LocalDate next(Span span, LocalDate first) {
        return switch (span) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
    }
}

package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.engine.storage.sqlite.Windows.Span;
import org.spoolbot.engine.storage.sqlite.Windows.Window;

class WindowsTest {
    private static final long YEAR_2020 = 1_577_836_800L;
    private static final long YEAR_2040 = 2_208_988_800L;

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 23", // the night that loses an hour
        "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-24T22:00:00Z, 25", // the hour that comes twice, first time
        "Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-24T22:00:00Z, 25", // and second time
        "America/Havana, 2026-03-08T12:00:00Z, 2026-03-08T05:00:00Z, 23", // a day without a midnight
        "Asia/Kathmandu, 2026-01-01T00:00:00Z, 2025-12-31T18:15:00Z, 24",
        "Pacific/Apia, 2011-12-29T20:00:00Z, 2011-12-29T10:00:00Z, 24", // the day before the day that never was
    })
    void aDayIsAsLongAsTheClockOnTheWallSays(String zone, Instant now, Instant start, long hours) {
        Window day = Windows.in(ZoneId.of(zone)).of(Span.DAY, now);

        assertThat(day).isEqualTo(new Window(start, start.plus(Duration.ofHours(hours))));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2027-01-01T12:00:00Z, 2026-12-28T00:00:00Z, 2027-01-04T00:00:00Z", // a week of two years
        "UTC, 2026-11-23T00:00:00Z, 2026-11-23T00:00:00Z, 2026-11-30T00:00:00Z", // the first moment of a Monday
        "America/New_York, 2026-11-23T04:59:59Z, 2026-11-16T05:00:00Z, 2026-11-23T05:00:00Z", // still Sunday there
    })
    void aWeekBeginsOnMonday(String zone, Instant now, Instant start, Instant end) {
        assertThat(Windows.in(ZoneId.of(zone)).of(Span.WEEK, now)).isEqualTo(new Window(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2028-02-29T23:59:59Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
        "Asia/Tokyo, 2026-12-31T15:00:00Z, 2026-12-31T15:00:00Z, 2027-01-31T15:00:00Z",
    })
    void aMonthIsThatOfTheCalendar(String zone, Instant now, Instant start, Instant end) {
        assertThat(Windows.in(ZoneId.of(zone)).of(Span.MONTH, now)).isEqualTo(new Window(start, end));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Auckland", "Pacific/Honolulu", "Europe/Berlin", "UTC"})
    void aChangeOfZoneStartsNobodysDayOver(String zone) {
        Instant now = Instant.parse("2026-11-21T11:00:00Z");
        Windows before = Windows.in(ZoneOffset.UTC);
        Windows after = before.changedTo(ZoneId.of(zone), now);
        Window running = before.of(Span.DAY, now);

        assertThat(after.of(Span.DAY, now)).isEqualTo(running);
        assertThat(after.of(Span.DAY, running.end().minusSeconds(1))).isEqualTo(running);
        Window next = after.of(Span.DAY, running.end());
        assertThat(next.start()).as("days do not overlap").isEqualTo(running.end());
        assertThat(after.of(Span.DAY, next.end()).start()).as("nor leave a gap").isEqualTo(next.end());
    }

    @Property
    void daysFollowOneAnotherWithoutGapOrOverlap(@ForAll @LongRange(min = YEAR_2020, max = YEAR_2040) long second) {
        Windows windows = Windows.in(ZoneId.of("America/Sao_Paulo"));
        Instant now = Instant.ofEpochSecond(second);
        for (Span span : Span.values()) {
            Window window = windows.of(span, now);
            assertThat(now).isAfterOrEqualTo(window.start()).isBefore(window.end());
            assertThat(windows.of(span, window.end()).start()).isEqualTo(window.end());
            assertThat(windows.of(span, window.end().minusNanos(1))).isEqualTo(window);
        }
    }
}

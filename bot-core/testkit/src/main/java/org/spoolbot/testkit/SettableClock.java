package org.spoolbot.testkit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** Stands at that instant. */
    public SettableClock(Instant start) {
        now = new AtomicReference<>(requireNonNull(start, "start is null"));
    }

    /** Stands at 10 o'clock UTC on 21 November 2026. */
    public static SettableClock atTen() {
        return new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves on. */
    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    /** Moves to that instant. */
    public void set(Instant instant) {
        now.set(requireNonNull(instant, "instant is null"));
    }
}

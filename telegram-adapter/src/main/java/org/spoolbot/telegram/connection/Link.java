package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What is known of the line to Telegram. The library says that it runs whatever happens, so this goes by answers alone. Thread-safe. */
public final class Link {
    /** A long poll takes up to 50 seconds; two that did not come back are an outage. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final AtomicReference<Trouble> trouble;
    private final AtomicReference<Instant> heard;
    private final AtomicReference<Optional<String>> storing = new AtomicReference<>(Optional.empty());
    private final AtomicLong unreadable = new AtomicLong();

    /** Connecting. */
    public Link(InstantSource clock) {
        this.clock = clock;
        this.trouble = new AtomicReference<>(new Trouble(State.CONNECTING, "connecting to Telegram"));
        this.heard = new AtomicReference<>(clock.instant());
    }

    /** Telegram answered as it should. Says whether that ended a trouble. */
    boolean works() {
        heard.set(clock.instant());
        return trouble.getAndSet(Trouble.NONE) != Trouble.NONE;
    }

    /** Telegram cannot be reached, or answers with faults of its own. */
    void isOut(String detail) {
        trouble.updateAndGet(present -> present.state() == State.DOWN ? present : new Trouble(State.CONNECTING, detail));
    }

    /** It cannot work before somebody does something. Says whether that is news. */
    boolean isDown(String detail) {
        Trouble now = new Trouble(State.DOWN, detail);
        return !now.equals(trouble.getAndSet(now));
    }

    /** A call about the bot itself failed. */
    public void refused(TelegramApiException failure, Logger log) {
        Refusals.read(failure, this, log);
    }

    /** Telegram answered, yet all is not well. */
    void hears() {
        heard.set(clock.instant());
    }

    /** Whether nothing good was heard yet, or not since the line broke. */
    boolean isConnecting() {
        return trouble.get().state() == State.CONNECTING;
    }

    /** Whether Telegram answers as it should. */
    public boolean isUp() {
        return trouble.get() == Trouble.NONE;
    }

    /** Updates cannot be kept, and therefore not be confirmed. Says whether that is news. */
    boolean cannotStore(String detail) {
        Optional<String> now = Optional.of(detail);
        return !now.equals(storing.getAndSet(now));
    }

    /** They can. */
    void stores() {
        storing.set(Optional.empty());
    }

    /** An update could not be read and was passed over. Returns how many there were. */
    long passedOver() {
        return unreadable.incrementAndGet();
    }

    /** For readiness and metrics. */
    public PlatformHealth health() {
        Trouble present = trouble.get();
        if (present != Trouble.NONE) {
            return new PlatformHealth(present.state(), present.detail());
        }
        Optional<String> full = storing.get();
        if (full.isPresent()) {
            return new PlatformHealth(State.DOWN, full.get());
        }
        if (heard.get().plus(SILENCE).isBefore(clock.instant())) {
            return new PlatformHealth(State.CONNECTING, "no answer from Telegram for more than two minutes");
        }
        long skipped = unreadable.get();
        return new PlatformHealth(State.UP, skipped == 0 ? "connected" : "connected; updates that could not be read: " + skipped);
    }

    /** Told by this clock. */
    InstantSource clock() {
        return clock;
    }

    /** What is wrong; {@link #NONE} by identity. */
    private record Trouble(State state, String detail) {
        static final Trouble NONE = new Trouble(State.UP, "");
    }
}

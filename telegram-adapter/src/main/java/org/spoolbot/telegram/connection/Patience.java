package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * How long to wait after a failed poll. The library's own waits a quarter of an hour each time once an outage lasted as long, and does not
 * hear what Telegram asks for.
 */
final class Patience implements BackOff {
    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final AtomicLong next = new AtomicLong(FIRST.toMillis());
    private final AtomicLong wanted = new AtomicLong();

    /** Telegram asked for so much peace. */
    void ask(Duration pause) {
        wanted.set(pause.toMillis());
    }

    @Override
    public void reset() {
        next.set(FIRST.toMillis());
        wanted.set(0);
    }

    @Override
    public long nextBackOffMillis() {
        long own = next.getAndUpdate(pause -> Math.min(pause * 2, LONGEST.toMillis()));
        return Math.max(own, wanted.getAndSet(0));
    }
}

package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.store.KeyValueBooks;

/** How much each member handed in today. Kept in the books, so that a restart gives nobody a second share. */
final class DailyIntake {
    private static final String PREFIX = "intake/";
    private static final int AT_ONCE = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final KeyValueBooks books;
    private final ServerSettings settings;
    private final InstantSource clock;

    @Inject
    DailyIntake(KeyValueBooks books, ServerSettings settings, InstantSource clock) {
        this.books = books;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sets aside what is left of the day's share, up to so many bytes; says how many. */
    long reserve(MemberId member, long most) {
        lock.lock();
        try {
            long used = used(member);
            long granted = Math.max(0, Math.min(most, settings.media().dailyIntakeBytes() - used));
            write(member, used + granted);
            return granted;
        } finally {
            lock.unlock();
        }
    }

    /** Gives back what was set aside and not used. */
    void giveBack(MemberId member, long bytes) {
        lock.lock();
        try {
            write(member, Math.max(0, used(member) - bytes));
        } finally {
            lock.unlock();
        }
    }

    /** Removes the counts of other days. */
    void forgetOldDays() {
        String today = today().toString();
        String after = "";
        Map<String, String> entries = store().scan(PREFIX, after, AT_ONCE);
        while (!entries.isEmpty()) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                if (!entry.getValue().startsWith(today)) {
                    store().remove(entry.getKey());
                }
                after = entry.getKey();
            }
            entries = store().scan(PREFIX, after, AT_ONCE);
        }
    }

    private long used(MemberId member) {
        Optional<String> entry = store().get(PREFIX + member.value());
        String[] parts = entry.orElse("").split(" ", 2);
        return parts.length == 2 && parts[0].equals(today().toString()) ? Long.parseLong(parts[1]) : 0;
    }

    private void write(MemberId member, long bytes) {
        store().put(PREFIX + member.value(), today() + " " + bytes);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.region().timeZone());
    }

    private KeyValueStore store() {
        return books.of("core");
    }
}

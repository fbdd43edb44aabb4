package org.spoolbot.engine.storage.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.storage.StorageException;

/** What the database knows of itself: generation, heartbeat, zone of the windows. */
final class Meta {
    private static final String GENERATION = "generation";
    private static final String HEARTBEAT = "heartbeat";
    private static final String BACKUP = "backup";
    private static final String ZONE = "zone";
    private static final String SET =
            "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    private Meta() {}

    /** Compares the database with the mark its home keeps, and moves both on. The file is written last: it is never ahead of a crash. */
    static Storage.Condition open(Session session, Path mark, Instant now) throws SQLException {
        long here = get(session, GENERATION).map(Long::parseLong).orElse(0L);
        long home = read(mark);
        Optional<Instant> heartbeat = get(session, HEARTBEAT).map(Instant::parse);
        set(session, GENERATION, Long.toString(Math.max(here, home) + 1));
        set(session, HEARTBEAT, now.toString());
        write(mark, Math.max(here, home) + 1);
        if (here < home) {
            return Storage.Condition.RESTORED;
        }
        boolean stale = heartbeat.filter(beat -> beat.plus(Storage.STALE_AFTER).isBefore(now)).isPresent();
        return stale ? Storage.Condition.STALE : Storage.Condition.FRESH;
    }

    static void beat(Session session, Instant now) throws SQLException {
        set(session, HEARTBEAT, now.toString());
    }

    static void backedUp(Session session, Instant now) throws SQLException {
        set(session, BACKUP, now.toString());
    }

    static Optional<Instant> lastBackup(Session session) throws SQLException {
        return get(session, BACKUP).map(Instant::parse);
    }

    /** The windows in the zone of the settings; remembers a change, because it counts from the next day on. */
    static Windows windows(Session session, ZoneId zone, Instant now) throws SQLException {
        Windows windows = get(session, ZONE)
                .map(Meta::parsed)
                .map(stored -> stored.zone().equals(zone) ? stored : stored.changedTo(zone, now))
                .orElseGet(() -> Windows.in(zone));
        set(session, ZONE, windows.zone() + " " + windows.previous() + " " + windows.changeAt());
        return windows;
    }

    private static Windows parsed(String text) {
        String[] parts = text.split(" ", 3);
        return new Windows(ZoneId.of(parts[0]), ZoneId.of(parts[1]), Instant.parse(parts[2]));
    }

    private static Optional<String> get(Session session, String name) throws SQLException {
        return session.first("SELECT value FROM meta WHERE name = ?", row -> row.getString(1), name);
    }

    private static void set(Session session, String name, String value) throws SQLException {
        session.update(SET, name, value);
    }

    private static long read(Path mark) {
        try {
            return Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        } catch (IOException | NumberFormatException unreadable) {
            throw new StorageException("The generation mark cannot be read; remove it if you are sure of the database: " + mark, unreadable);
        }
    }

    private static void write(Path mark, long generation) {
        try {
            Files.writeString(mark, Long.toString(generation));
        } catch (IOException failure) {
            throw new StorageException("The generation mark cannot be written: " + mark, failure);
        }
    }
}

package org.spoolbot.engine.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.spoolbot.engine.lifecycle.Startable;

/** The database as a whole. Started before everything that reads or writes it. Thread-safe; methods block. */
public interface Storage extends Startable {
    /** A heartbeat older than this at start makes a database {@link Condition#STALE}. */
    Duration STALE_AFTER = Duration.ofHours(6);

    /** Writes a copy that was checked for integrity, and notes when; the file must not exist. */
    void backup(Path file);

    /** Writes such a copy and notes nothing. Needs no start, and works beside a process that has the database open. */
    void copy(Path file);

    /** Notes that the server lives. To be called every minute. */
    void beat();

    /** How old the database was when it was opened. */
    Condition condition();

    /** How many unsubmitted jobs are held back, because the database was not fresh when it was opened. */
    int held();

    /** Lets the held jobs go on; says how many. */
    int releaseHeld();

    /** Removes at most a few hundred rows that outlived their keeping time; says how many, so that the caller can go on. */
    int tidy();

    /** Why the database does not take changes now; empty if it does. */
    Optional<String> trouble();

    /** What was found at start. */
    enum Condition {
        /** As this server left it. */
        FRESH,
        /** Older than this home's last start: a backup was put back. */
        RESTORED,
        /** Nobody used it for hours. */
        STALE
    }

    /** When the last verified backup was made, if ever. */
    Optional<Instant> lastBackup();
}

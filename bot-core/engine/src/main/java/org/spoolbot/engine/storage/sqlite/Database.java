package org.spoolbot.engine.storage.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.storage.StorageException;

/** The open database: its writer, its readers, and what is kept in memory of it. */
public final class Database implements Storage {
    private static final int READERS = 4;

    private final DatabaseFile file;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Executor executor;
    private volatile @Nullable Open open;

    /** For a file that {@link #start()} opens, and makes if it is not there. */
    public Database(String url, Path home, ZoneId zone, InstantSource clock, Executor executor) {
        this(DatabaseFile.of(url, home), zone, clock, executor);
    }

    Database(DatabaseFile file, ZoneId zone, InstantSource clock, Executor executor) {
        this.file = file;
        this.zone = zone;
        this.clock = clock;
        this.executor = executor;
    }

    private record Open(
            Session writing, Writer writer, Readers readers, TurnOrder turns, Windows windows, Condition condition) {}

    @Override
    public void start() {
        file.makeFolder();
        new Migrations(file).run(clock.instant());
        try {
            Session session = file.session(false);
            Open opened = opened(session, clock.instant());
            opened.writer().start(executor);
            open = opened;
        } catch (SQLException failure) {
            throw new StorageException("The database cannot be opened: " + file.path(), failure);
        }
    }

    private Open opened(Session session, Instant now) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        Condition condition = Meta.open(session, file.folder().resolve("generation"), now);
        Windows windows = Meta.windows(session, zone, now);
        if (condition != Condition.FRESH) {
            LaneTable.holdAll(session);
        }
        session.execute("COMMIT");
        TurnOrder turns = new TurnOrder();
        session.list("SELECT turn_key, ordinal FROM job WHERE status = 'QUEUED'", row -> {
            turns.add(new TurnOrder.Turn(row.getLong(1), row.getLong(2)));
            return true;
        });
        List<Session> sessions = new ArrayList<>();
        for (int count = 0; count < READERS; count++) {
            sessions.add(file.session(true));
        }
        return new Open(session, new Writer(session, Writer.QUEUE_SIZE), new Readers(sessions), turns, windows, condition);
    }

    @Override
    public void stop() {
        Open closing = open;
        open = null;
        if (closing == null) {
            return;
        }
        try {
            if (closing.writer().stop()) {
                closing.readers().close();
                closing.writing().close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException ignored) {
            // Nothing is unwritten: every change was committed before its caller was answered.
        }
    }

    @Override
    public void backup(Path target) {
        file.copyTo(target);
        Instant now = clock.instant();
        writer().write(transaction -> {
            Meta.backedUp(transaction.session(), now);
            return true;
        });
    }

    @Override
    public void copy(Path target) {
        if (!file.exists()) {
            throw new StorageException("There is no database yet at " + file.path() + "; the server makes it at its first start.", null);
        }
        file.copyTo(target);
    }

    @Override
    public Optional<Instant> lastBackup() {
        return readers().read(Meta::lastBackup);
    }

    @Override
    public void beat() {
        Instant now = clock.instant();
        writer().write(transaction -> {
            Meta.beat(transaction.session(), now);
            return true;
        });
    }

    @Override
    public Condition condition() {
        return open().condition();
    }

    @Override
    public int held() {
        return (int) (long) readers().read(session -> session.number(
                "SELECT count(*) FROM job WHERE status = 'QUEUED' AND ready = 0 AND not_before = ?", LaneTable.HELD_UNTIL));
    }

    @Override
    public int releaseHeld() {
        long now = clock.instant().toEpochMilli();
        return writer().write(transaction -> transaction.session().update(
                "UPDATE job SET not_before = ? WHERE status = 'QUEUED' AND ready = 0 AND not_before = ?",
                now,
                LaneTable.HELD_UNTIL));
    }

    @Override
    public int tidy() {
        Instant now = clock.instant();
        return writer().write(transaction -> Keeping.tidy(transaction.session(), now));
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(open().writer().trouble());
    }

    Writer writer() {
        return open().writer();
    }

    Readers readers() {
        return open().readers();
    }

    TurnOrder turns() {
        return open().turns();
    }

    Windows windows() {
        return open().windows();
    }

    private Open open() {
        Open now = open;
        if (now == null) {
            throw new IllegalStateException("the database is not open");
        }
        return now;
    }
}

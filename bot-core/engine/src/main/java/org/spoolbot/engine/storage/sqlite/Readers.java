package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;

/** A few connections that only read. */
final class Readers {
    private static final long WAIT_SECONDS = 5;

    private final BlockingQueue<Session> idle;
    private final List<Session> all;

    Readers(List<Session> sessions) {
        this.all = List.copyOf(sessions);
        this.idle = new ArrayBlockingQueue<>(sessions.size(), true, sessions);
    }

    /** Something to read. */
    @FunctionalInterface
    interface Query<T> {
        T run(Session session) throws SQLException;
    }

    <T> T read(Query<T> query) {
        Session session = take();
        try {
            return query.run(session);
        } catch (SQLException failure) {
            throw new BooksBusyException("the database cannot be read", failure);
        } finally {
            idle.add(session);
        }
    }

    void close() throws SQLException {
        for (Session session : all) {
            session.close();
        }
    }

    private Session take() {
        try {
            Session session = idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (session == null) {
                throw new BooksBusyException("all readers of the database are busy", null);
            }
            return session;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BooksBusyException("interrupted while waiting for the database", interrupted);
        }
    }
}

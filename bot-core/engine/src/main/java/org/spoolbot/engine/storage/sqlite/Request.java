package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;
import org.sqlite.SQLiteErrorCode;

/** One caller's command and, once it is known, its answer. */
final class Request<T> {
    private final Writer.Command<T> command;
    private final CountDownLatch answered = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    Request(Writer.Command<T> command) {
        this.command = command;
    }

    /** Runs in a savepoint. A fault of the command is this caller's alone; a fault of the database is thrown and undoes the batch. */
    void run(Transaction transaction) throws SQLException {
        int mark = transaction.mark();
        Session session = transaction.session();
        session.execute("SAVEPOINT command");
        try {
            result = command.run(transaction);
        } catch (SQLException fault) {
            if (!isOfCommand(fault)) {
                throw fault;
            }
            undo(transaction, mark, new IllegalStateException("the change contradicts the database", fault));
        } catch (RuntimeException fault) {
            undo(transaction, mark, fault);
        }
        session.execute("RELEASE command");
    }

    void answer() {
        answered.countDown();
    }

    void refuse(BooksBusyException reason) {
        failure = reason;
        answered.countDown();
    }

    /**
     * Waits without being interruptible: giving up here would leave the caller not knowing whether the change was made. The writer
     * answers within the database's lock time.
     */
    T await() {
        boolean interrupted = false;
        while (true) {
            try {
                answered.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome();
    }

    @SuppressWarnings("NullAway") // the result is set whenever no failure is, and may itself be null for a T that allows it
    private T outcome() {
        if (failure != null) {
            throw failure;
        }
        return result;
    }

    private void undo(Transaction transaction, int mark, RuntimeException fault) throws SQLException {
        transaction.session().execute("ROLLBACK TO command");
        transaction.forgetSince(mark);
        failure = fault;
    }

    private static boolean isOfCommand(SQLException fault) {
        int primary = fault.getErrorCode() & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
                || primary == SQLiteErrorCode.SQLITE_MISMATCH.code || primary == SQLiteErrorCode.SQLITE_ERROR.code;
    }
}

package org.spoolbot.engine.storage.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;

/**
 * The one thread that changes the database. It drains its queue into one transaction, each command in a savepoint of its own, commits
 * once for all and then answers all callers: many callers share one fsync.
 */
final class Writer {
    static final int QUEUE_SIZE = 4096;
    private static final int BATCH_SIZE = 256;
    private static final long STOP_SECONDS = 5;

    private final Session session;
    private final BlockingQueue<Request<?>> queue;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable String trouble;

    Writer(Session session, int queueSize) {
        this.session = session;
        this.queue = new ArrayBlockingQueue<>(queueSize);
    }

    /** A change. It runs on the writer's thread and may be undone with others of its batch. */
    @FunctionalInterface
    interface Command<T> {
        T run(Transaction transaction) throws SQLException;
    }

    void start(Executor executor) {
        executor.execute(this::work);
    }

    /** Stops after what is queued has been written; says whether that is so. */
    boolean stop() throws InterruptedException {
        stopping = true;
        queue.offer(new Request<>(_ -> true)); // wakes the thread; it is awake anyway if the queue is full
        return ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    }

    @Nullable
    String trouble() {
        return trouble;
    }

    /** Runs a command durably. */
    <T> T write(Command<T> command) {
        Request<T> request = new Request<>(command);
        if (stopping) {
            throw new BooksBusyException("the database is closing", null);
        }
        if (!queue.offer(request)) {
            throw new BooksBusyException("the queue of the database is full", null);
        }
        if (ended.getCount() == 0) {
            refuseAll("the database is closed");
        }
        return request.await();
    }

    private void work() {
        try {
            while (!stopping || !queue.isEmpty()) {
                next();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
            refuseAll("the database is closed");
        }
    }

    private void next() throws InterruptedException {
        List<Request<?>> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, BATCH_SIZE - 1);
        Transaction transaction = new Transaction(session);
        if (written(batch, transaction)) {
            transaction.committed();
            batch.forEach(Request::answer);
        }
    }

    private boolean written(List<Request<?>> batch, Transaction transaction) {
        try {
            session.execute("BEGIN IMMEDIATE");
            for (Request<?> request : batch) {
                request.run(transaction);
            }
            session.execute("COMMIT");
            trouble = null;
            return true;
        } catch (SQLException | RuntimeException | Error failure) { // an Error must not leave callers waiting
            undo(failure);
            trouble = failure.toString();
            batch.forEach(request -> request.refuse(new BooksBusyException("the database takes no changes", failure)));
            return false;
        }
    }

    private void undo(Throwable cause) {
        try {
            session.execute("ROLLBACK");
        } catch (SQLException alreadyUndone) {
            cause.addSuppressed(alreadyUndone);
        }
    }

    private void refuseAll(String reason) {
        List<Request<?>> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(request -> request.refuse(new BooksBusyException(reason, null)));
    }
}

package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks.BooksBusyException;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;

/** What a locked database and a full disk do to orders and to jobs that are under way. */
@Timeout(60)
class TroubleTest {
    private static final long MORE_THAN_FITS = 2_000;

    @TempDir
    Path home;

    private BooksFixture books;

    @BeforeEach
    void open() {
        books = new BooksFixture(home);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void anOrderAgainstALockedDatabaseIsBusyAndLeavesNothing() throws SQLException {
        Job before = books.accepted("ada");
        try (Connection other = locked()) {
            assertThatThrownBy(() -> books.accepted("ada")).isInstanceOf(BooksBusyException.class);
            assertThatThrownBy(() -> books.claim()).isInstanceOf(BooksBusyException.class);
            assertThat(books.jobs.find(before.id())).as("readers go on").contains(before);
            assertThat(books.database.trouble()).as("what readiness says").isPresent();
        }

        assertNothingHalfWritten(1);
        books.accepted("ada");
        assertThat(books.database.trouble()).isEmpty();
        assertThat(books.claim().map(Job::id)).contains(before.id());
    }

    @Test
    void aLockDropsNoSignalOfAJob() throws SQLException {
        books.accepted("ada");
        Job claimed = books.claim().orElseThrow();
        JobSignal accepted = new JobSignal.Accepted("task");
        try (Connection other = locked()) {
            assertThatThrownBy(() -> books.jobs.apply(claimed.id(), claimed.version(), accepted))
                    .isInstanceOf(BooksBusyException.class);
        }

        assertThat(books.jobs.find(claimed.id())).contains(claimed);
        assertThat(books.apply(claimed, accepted).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aFullDiskRefusesOrdersAsBusyAndLeavesNoneHalfWritten() {
        long accepted = orderUntilFull();

        assertThat(accepted).isPositive();
        assertNothingHalfWritten(accepted);
        assertThat(books.database.trouble()).isPresent();
    }

    @Test
    void aDiskWithRoomAgainTakesOrdersAndGoesOnWithTheJobs() {
        long accepted = orderUntilFull();
        pages(1_000_000);

        Job claimed = books.claim().orElseThrow();
        books.accepted("bob");

        assertNothingHalfWritten(accepted + 1);
        assertThat(books.apply(claimed, new JobSignal.Accepted("task")).work().taskId()).contains("task");
        assertThat(books.database.trouble()).isEmpty();
    }

    @Test
    void placesInTheQueueAreRightAfterOrdersThatDidNotFit() {
        orderUntilFull();
        pages(1_000_000);

        Job last = books.accepted("zoe");

        assertThat(books.jobs.position(last.id())).isLessThanOrEqualTo((int) books.number("SELECT count(*) FROM job"));
        assertThat(books.number("SELECT waiting FROM queue_load WHERE scope = 'server'"))
                .isEqualTo(books.number("SELECT count(*) FROM job"));
    }

    private Connection locked() throws SQLException {
        Connection other = new DatabaseFile(home.resolve("data/spoolbot.db"), 100).connection(false);
        try (var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
        }
        return other;
    }

    private long orderUntilFull() {
        pages(books.number("PRAGMA page_count") + 2);
        for (long accepted = 0; accepted < MORE_THAN_FITS; accepted++) {
            try {
                books.accepted("ada" + accepted);
            } catch (BooksBusyException full) {
                return accepted;
            }
        }
        throw new AssertionError("the disk did not get full");
    }

    private void pages(long most) {
        books.database.writer().write(transaction -> transaction.session().number("PRAGMA max_page_count = " + most));
    }

    private void assertNothingHalfWritten(long jobs) {
        assertThat(books.number("SELECT count(*) FROM job")).as("jobs").isEqualTo(jobs);
        assertThat(books.number("SELECT count(*) FROM job_event WHERE signal = 'Ordered'")).as("history").isEqualTo(jobs);
        assertThat(books.number("SELECT count(*) FROM ledger WHERE movement = 'MEMBER_HELD'")).as("member's book").isEqualTo(jobs);
        assertThat(books.number("SELECT count(*) FROM ledger WHERE movement = 'OPERATOR_HELD'")).as("operator's book").isEqualTo(jobs);
        assertThat(books.number("SELECT sum(micros) FROM usage WHERE subject = 'server'"))
                .as("balance")
                .isEqualTo(jobs * TestJobs.PRICE.micros());
        assertThat(books.number("SELECT waiting + running FROM queue_load WHERE scope = 'server'")).as("load").isEqualTo(jobs);
    }
}

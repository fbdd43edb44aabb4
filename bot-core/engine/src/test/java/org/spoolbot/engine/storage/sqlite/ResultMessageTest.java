package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobSignal;

/** A reply to a clip is worth something only if its job is found, among all clips there ever were. */
class ResultMessageTest {
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

    private JobId told(String message) {
        books.accepted("ada");
        Job failed = books.apply(books.claim().orElseThrow(), new JobSignal.Failed(ErrorKind.UPSTREAM));
        MessageRef place = new MessageRef("discord", "room", message);
        return books.apply(failed, new JobSignal.Told(Job.Delivery.DONE, Optional.of(place))).id();
    }

    @Test
    void a_message_leads_to_the_job_whose_end_it_told() {
        JobId first = told("1");
        told("2");

        assertThat(books.jobs.byMessage(new MessageRef("discord", "room", "1")).map(Job::id)).contains(first);
        assertThat(books.jobs.byMessage(new MessageRef("discord", "elsewhere", "1"))).isEmpty();
        assertThat(books.jobs.byMessage(new MessageRef("telegram", "room", "1"))).isEmpty();
        assertThat(books.jobs.byMessage(new MessageRef("discord", "room", "3"))).isEmpty();
    }

    @Test
    void the_search_does_not_read_every_job_there_ever_was() {
        List<String> plan = books.database.readers().read(session -> session.list(
                "EXPLAIN QUERY PLAN " + SqliteJobBooks.BY_MESSAGE, row -> row.getString("detail"), "x"));

        assertThat(plan).anyMatch(step -> step.contains("USING INDEX job_delivered"));
    }
}

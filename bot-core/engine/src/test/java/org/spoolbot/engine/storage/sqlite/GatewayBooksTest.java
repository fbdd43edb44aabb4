package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;

/** What the owner reads of each gateway. */
class GatewayBooksTest {
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
    void spend_is_told_by_the_gateway_that_made_the_clip_not_by_the_one_that_refused_it() {
        books.accepted("ada");
        Job claimed = books.claim().orElseThrow();
        Job.Plan elsewhere = new Job.Plan("evolink", "seedance", new Money(400_000), false);
        books.jobs.reroute(claimed.id(), claimed.version(), new JobSignal.Rerouted(elsewhere, ErrorKind.AUTH, "key"), BooksFixture.limits());
        Job again = books.jobs.claim(java.util.Set.of("evolink"), BooksFixture.PLATFORMS, books.now).orElseThrow();
        Job running = books.apply(again, new JobSignal.Accepted("task"));
        books.apply(running, new JobSignal.Made(Optional.of(new Money(300_000))));

        assertThat(books.jobs.spentByProvider(TestJobs.NOON)).isEqualTo(Map.of("evolink", new Money(300_000)));
        assertThat(books.jobs.spentByProvider(TestJobs.NOON.plus(Duration.ofSeconds(1)))).isEmpty();
    }

    @Test
    void who_waits_is_counted_by_gateway() {
        books.accepted("ada");
        books.accepted("bob");
        Job claimed = books.claim().orElseThrow();

        assertThat(books.jobs.waiting()).isEqualTo(Map.of("ark", 1L));
        assertThat(books.jobs.waitedFor()).containsExactly("ark");
        books.claim();
        assertThat(books.jobs.waiting()).isEmpty();
        assertThat(books.jobs.waitedFor()).isEmpty();
        assertThat(claimed.plan().provider()).isEqualTo("ark");
    }
}

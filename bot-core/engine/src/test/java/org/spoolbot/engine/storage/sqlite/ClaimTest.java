package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.everybody;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.limits;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.order;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.place;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks.NewJob;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;

class ClaimTest {
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
    void a_member_with_half_of_the_queue_does_not_starve_the_others() {
        for (int index = 0; index < 20; index++) {
            books.accepted("hog");
        }
        for (int index = 0; index < 20; index++) {
            books.accepted("member" + index);
        }

        // The hog's first job was there before all others; after that everybody's first comes before the hog's second.
        List<String> served = books.served(22);
        assertThat(Collections.frequency(served.subList(0, 21), "hog")).isEqualTo(1);
        assertThat(served.get(21)).isEqualTo("hog");
    }

    @Test
    void somebody_who_comes_late_is_next_and_not_behind_a_long_queue() {
        for (int index = 0; index < 30; index++) {
            books.accepted("hog");
        }
        books.served(10);
        Job late = books.accepted("late");

        assertThat(books.jobs.position(late.id())).isEqualTo(2);
        assertThat(books.served(2)).containsExactly("hog", "late");
    }

    @Test
    void a_heavier_group_gets_its_share() {
        for (int index = 0; index < 30; index++) {
            books.accepted(order("light", limits(), 1));
            books.accepted(order("heavy", limits(), 3));
        }

        assertThat(Collections.frequency(books.served(20), "heavy")).isEqualTo(15);
    }

    @Test
    void nobody_runs_more_than_allowed_and_the_next_goes_when_one_ends() {
        books.accepted(order("ada", limits(everybody(Measure.RUNNING, 1))));
        books.accepted(order("ada", limits(everybody(Measure.RUNNING, 1))));
        Job first = books.claim().orElseThrow();

        assertThat(books.claim()).isEmpty();
        Job running = books.apply(first, new JobSignal.Accepted("task"));
        assertThat(books.claim()).isEmpty();
        books.apply(running, new JobSignal.Made(Optional.empty()));
        assertThat(books.claim()).isPresent();
    }

    @Test
    void a_places_cap_on_running_jobs_holds_for_all_its_members() {
        for (String member : List.of("ada", "bob", "eve")) {
            books.accepted(order(member, limits(place(Measure.RUNNING, 2))));
        }
        Job first = books.claim().orElseThrow();
        assertThat(books.claim()).isPresent();

        assertThat(books.claim()).isEmpty();
        books.apply(first, new JobSignal.Failed(ErrorKind.UPSTREAM));
        assertThat(books.claim()).isPresent();
    }

    @Test
    void the_whole_server_runs_no_more_than_its_setting() {
        books.close();
        books = new BooksFixture(home, ZoneOffset.UTC, 1);
        books.accepted("ada");
        books.accepted("bob");

        assertThat(books.claim()).isPresent();
        assertThat(books.claim()).isEmpty();
    }

    @Test
    void jobs_of_a_gateway_that_is_gone_wait_without_blocking_the_same_members_others() {
        Job parked = books.accepted("ada");
        Job sample = books.accepted(new NewJob(
                TestJobs.owner("ada"),
                TestJobs.request(5, Resolution.P720),
                TestJobs.samplePlan(),
                limits(),
                1,
                Optional.empty()));

        assertThat(books.jobs.claim(Set.of("sandbox"), BooksFixture.PLATFORMS, books.now).map(Job::id))
                .contains(sample.id());
        assertThat(books.jobs.claim(Set.of("sandbox"), BooksFixture.PLATFORMS, books.now)).isEmpty();
        assertThat(books.claim().map(Job::id)).contains(parked.id());
    }

    @Test
    void a_job_that_was_turned_away_comes_back_first_when_its_time_has_come() {
        Job first = books.accepted("ada");
        Job second = books.accepted("ada");
        Instant later = books.now.plusSeconds(30);
        books.apply(books.claim().orElseThrow(), new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, later));

        assertThat(books.jobs.position(first.id())).isEqualTo(1);
        assertThat(books.jobs.nextClaim()).contains(later);
        books.now = later;
        assertThat(books.claim().map(Job::id)).contains(first.id());
        assertThat(books.claim().map(Job::id)).contains(second.id());
        assertThat(books.jobs.nextClaim()).isEmpty();
    }

    @Test
    void a_queued_jobs_place_is_the_order_in_which_jobs_are_claimed() {
        List<Job> queued = new ArrayList<>();
        for (int index = 0; index < 60; index++) {
            queued.add(books.accepted("member" + index % 7));
        }
        books.apply(queued.get(14), new JobSignal.Cancelled(false));
        List<JobId> expected = queued.stream()
                .filter(job -> books.jobs.position(job.id()) > 0)
                .sorted(java.util.Comparator.comparingInt(job -> books.jobs.position(job.id())))
                .map(Job::id)
                .toList();

        List<JobId> claimed = new ArrayList<>();
        for (Optional<Job> job = books.claim(); job.isPresent(); job = books.claim()) {
            claimed.add(job.get().id());
        }

        assertThat(claimed).hasSize(59).isEqualTo(expected);
        assertThat(books.jobs.position(claimed.getFirst())).isZero();
    }

    @Test
    void no_job_is_claimed_twice_by_many_claimers() throws Exception {
        for (int index = 0; index < 50; index++) {
            books.accepted("member" + index % 5);
        }
        List<java.util.concurrent.Callable<Optional<Job>>> claims = Collections.nCopies(80, books::claim);
        Set<JobId> claimed = new HashSet<>();
        try (var callers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : callers.invokeAll(claims)) {
                claim.get().ifPresent(job -> assertThat(claimed.add(job.id())).isTrue());
            }
        }

        assertThat(claimed).hasSize(50);
    }

    @Test
    void of_two_who_move_a_job_at_once_only_one_does() {
        books.accepted("ada");
        Job submitting = books.claim().orElseThrow();

        assertThat(books.jobs.apply(submitting.id(), submitting.version(), new JobSignal.Accepted("a"))).isPresent();
        assertThat(books.jobs.apply(submitting.id(), submitting.version(), new JobSignal.Accepted("b"))).isEmpty();
    }

    @Test
    void pages_of_unfinished_jobs_leave_none_out() {
        for (int index = 0; index < 25; index++) {
            books.now = books.now.plusMillis(index % 2);
            books.accepted("ada");
        }
        books.claim();
        Set<JobStatus> open = Set.of(JobStatus.QUEUED, JobStatus.SUBMITTING);

        Set<JobId> seen = new HashSet<>();
        List<Job> page = books.jobs.inStatus(open, Optional.empty(), 4);
        while (!page.isEmpty()) {
            page.forEach(job -> assertThat(seen.add(job.id())).isTrue());
            page = books.jobs.inStatus(open, Optional.of(page.getLast()), 4);
        }
        assertThat(seen).hasSize(25);
    }

    @Test
    void how_long_clips_take_is_known_from_those_that_were_made() {
        books.accepted("ada");
        Job running = books.apply(books.claim().orElseThrow(), new JobSignal.Accepted("task"));
        books.now = books.now.plusSeconds(42);
        books.apply(running, new JobSignal.Made(Optional.empty()));

        assertThat(books.jobs.durations("ark", "seedance", 5, "720p")).containsExactly(java.time.Duration.ofSeconds(42));
    }
}

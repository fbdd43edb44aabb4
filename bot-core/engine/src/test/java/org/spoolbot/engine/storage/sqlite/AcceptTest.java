package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.everybody;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.limits;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.order;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.place;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.job.JobBooks.Acceptance;
import org.spoolbot.engine.job.JobBooks.NewJob;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;
import org.spoolbot.engine.quota.EffectiveLimits;

class AcceptTest {
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
    void a_thousand_orders_at_once_cannot_overdraw_ten_clips_a_day() throws Exception {
        EffectiveLimits ten = limits(everybody(Measure.CLIPS_PER_DAY, 10));
        List<Callable<Acceptance>> orders = new ArrayList<>();
        for (int index = 0; index < 1000; index++) {
            orders.add(() -> books.jobs.accept(order("ada", ten)));
        }

        int accepted = 0;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Acceptance> answer : callers.invokeAll(orders)) {
                accepted += answer.get() instanceof Acceptance.Accepted ? 1 : 0;
            }
        }

        assertThat(accepted).isEqualTo(10);
        assertThat(books.number("SELECT count(*) FROM job")).isEqualTo(10);
        assertThat(books.number("SELECT clips FROM usage WHERE subject = 'member:ada'")).isEqualTo(10);
    }

    @Test
    void an_accepted_job_is_found_as_it_was_told() {
        Job job = books.accepted("ada");

        assertThat(books.jobs.find(job.id())).contains(job);
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"RUNNING", "COOLDOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_limit_of_nothing_lets_nothing_through(Measure measure) {
        assertThat(books.refused(order("ada", limits(everybody(measure, 0))))).hasSize(1);
        assertThat(books.number("SELECT count(*) FROM ledger")).isZero();
    }

    @Test
    void nobody_who_may_run_nothing_is_left_waiting_for_ever() {
        assertThat(books.refused(order("ada", limits(everybody(Measure.RUNNING, 0))))).hasSize(1);
    }

    @Test
    void all_limits_that_are_over_are_told_at_once() {
        EffectiveLimits limits = limits(
                everybody(Measure.LENGTH, 4), everybody(Measure.RESOLUTION, 480), server(Measure.COST_PER_MONTH, 999_999));

        assertThat(books.refused(order("ada", limits)).stream().map(breach -> breach.limit().measure()))
                .containsExactly(Measure.LENGTH, Measure.RESOLUTION, Measure.COST_PER_MONTH);
    }

    @Test
    void a_day_starts_over_at_midnight_and_says_so_before() {
        EffectiveLimits one = limits(everybody(Measure.CLIPS_PER_DAY, 1));
        books.accepted(order("ada", one));

        assertThat(books.refused(order("ada", one)).getFirst().resetsAt())
                .contains(Instant.parse("2026-03-11T00:00:00Z"));
        books.now = Instant.parse("2026-03-11T00:00:00Z");
        books.accepted(order("ada", one));
    }

    @Test
    void weeks_begin_on_monday_and_months_on_the_first() {
        EffectiveLimits week = limits(everybody(Measure.SECONDS_PER_WEEK, 5));
        EffectiveLimits month = limits(everybody(Measure.COST_PER_MONTH, 1_000_000));
        books.accepted(order("ada", week));

        books.now = Instant.parse("2026-03-15T23:59:59Z");
        assertThat(books.refused(order("ada", week))).hasSize(1);
        books.now = Instant.parse("2026-03-16T00:00:00Z");
        assertThat(books.refused(order("ada", week))).isEmpty();
        assertThat(books.refused(order("bob", month))).isEmpty();
        books.now = Instant.parse("2026-03-31T23:00:00Z");
        assertThat(books.refused(order("bob", month))).hasSize(1);
        books.now = Instant.parse("2026-04-01T00:00:00Z");
        assertThat(books.refused(order("bob", month))).isEmpty();
    }

    @Test
    void a_cooldown_runs_from_the_last_order_that_was_accepted() {
        EffectiveLimits minute = limits(everybody(Measure.COOLDOWN, 60));
        books.accepted(order("ada", minute));

        books.now = books.now.plusSeconds(59);
        assertThat(books.refused(order("ada", minute)).getFirst().used()).isEqualTo(1);
        books.now = books.now.plusSeconds(1);
        books.accepted(order("ada", minute));
    }

    @Test
    void a_refund_to_a_member_leaves_what_the_gateway_billed_in_the_caps_of_place_and_server() {
        EffectiveLimits mine = limits(everybody(Measure.CLIPS_PER_DAY, 1));
        EffectiveLimits caps = limits(place(Measure.CLIPS_PER_DAY, 1), server(Measure.COST_PER_DAY, 1_000_000));
        books.accepted(order("ada", mine));
        Job running = books.apply(books.claim().orElseThrow(), new JobSignal.Accepted("task"));
        books.apply(running, new JobSignal.Failed(ErrorKind.TIMEOUT));

        assertThat(books.refused(order("ada", mine))).isEmpty();
        assertThat(books.refused(order("bob", caps))).hasSize(2);
        assertThat(books.jobs.spentSince(Instant.EPOCH)).isEqualTo(TestJobs.PRICE);
    }

    @Test
    void what_is_only_set_aside_counts_in_the_caps_but_is_not_spent() {
        books.accepted("ada");

        assertThat(books.refused(order("bob", limits(server(Measure.COST_PER_DAY, 1_999_999))))).hasSize(1);
        assertThat(books.jobs.spentSince(Instant.EPOCH)).isEqualTo(Money.ZERO);
    }

    @Test
    void samples_cost_nothing_and_count_only_while_they_wait() {
        EffectiveLimits tight = limits(
                everybody(Measure.CLIPS_PER_DAY, 0), everybody(Measure.COOLDOWN, 60), everybody(Measure.WAITING, 2));
        NewJob sample = new NewJob(
                TestJobs.owner("ada"),
                TestJobs.request(15, Resolution.P1080),
                TestJobs.samplePlan(),
                tight,
                1,
                Optional.empty());

        books.accepted(sample);
        books.accepted(sample);

        assertThat(books.refused(sample).stream().map(breach -> breach.limit().measure()))
                .containsExactly(Measure.WAITING);
        assertThat(books.number("SELECT coalesce(sum(clips + seconds + micros), 0) FROM usage")).isZero();
    }

    @Test
    void a_draft_is_used_up_once_by_its_own_member() {
        Conversation draft = draft("ada");

        assertThat(books.jobs.accept(fromDraft("bob", draft))).isInstanceOf(Acceptance.DraftGone.class);
        assertThat(books.jobs.accept(fromDraft("ada", draft))).isInstanceOf(Acceptance.Accepted.class);
        assertThat(books.jobs.accept(fromDraft("ada", draft))).isInstanceOf(Acceptance.DraftGone.class);
    }

    @Test
    void a_refused_order_leaves_its_draft_for_another_try() {
        Conversation draft = draft("ada");
        NewJob tooLong = new NewJob(
                TestJobs.owner("ada"),
                TestJobs.request(5, Resolution.P720),
                TestJobs.plan(),
                limits(everybody(Measure.LENGTH, 1)),
                1,
                Optional.of(draft.id()));

        assertThat(books.refused(tooLong)).hasSize(1);
        assertThat(books.conversations.find(draft.id(), BooksFixture.member("ada"))).contains(draft);
    }

    @Test
    void a_message_that_is_read_again_after_a_crash_is_not_paid_twice() {
        Job first = books.accepted(fromMessage("ada", "chat room 7"));

        assertThat(books.jobs.accept(fromMessage("ada", "chat room 7"))).isEqualTo(new Acceptance.Repeated(first));
        assertThat(books.jobs.orderedBy(BooksFixture.member("ada"), "chat room 7")).contains(first);
        assertThat(books.jobs.orderedBy(BooksFixture.member("bob"), "chat room 7")).isEmpty();
        assertThat(books.accepted(fromMessage("ada", "chat room 8")).id()).isNotEqualTo(first.id());
        assertThat(books.accepted(fromMessage("bob", "chat room 7")).id()).isNotEqualTo(first.id());
        assertThat(books.number("SELECT sum(clips) FROM ledger WHERE movement = 'MEMBER_HELD'")).isEqualTo(3);
    }

    private static NewJob fromMessage(String member, String message) {
        return new NewJob(
                TestJobs.owner(member),
                TestJobs.request(5, Resolution.P720),
                TestJobs.plan(),
                limits(),
                1,
                new JobBooks.Claim.Once(message),
                List.of());
    }

    @Test
    void a_report_tells_use_and_reset_of_each_limit() {
        EffectiveLimits limits = limits(everybody(Measure.SECONDS_PER_DAY, 20), everybody(Measure.WAITING, 2));
        books.accepted(order("ada", limits));

        var report = books.quotas.report(BooksFixture.member("ada"), Optional.of(TestJobs.PLACE), limits);

        assertThat(report.lines()).extracting(line -> line.used()).containsExactly(5L, 1L);
        assertThat(report.lines().getFirst().resetsAt()).contains(Instant.parse("2026-03-11T00:00:00Z"));
    }

    private Conversation draft(String member) {
        return books.conversations.open(
                BooksFixture.member(member),
                TestJobs.owner(member).destination(),
                "video",
                "{}",
                books.now.plus(Duration.ofMinutes(30)));
    }

    private static NewJob fromDraft(String member, Conversation draft) {
        return new NewJob(
                TestJobs.owner(member),
                TestJobs.request(5, Resolution.P720),
                TestJobs.plan(),
                limits(),
                1,
                Optional.of(draft.id()));
    }
}

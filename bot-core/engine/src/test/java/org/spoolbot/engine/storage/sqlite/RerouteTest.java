package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.everybody;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.limits;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.order;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.place;
import static org.spoolbot.engine.storage.sqlite.BooksFixture.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobBooks;
import org.spoolbot.engine.job.JobBooks.JobEvent;
import org.spoolbot.engine.job.JobBooks.NewJob;
import org.spoolbot.engine.job.JobBooks.Rerouting;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;
import org.spoolbot.engine.quota.EffectiveLimits;

class RerouteTest {
    private static final Money DEARER = new Money(1_500_000);
    private static final Money CHEAPER = new Money(400_000);

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
    void a_job_whose_gateway_is_dead_is_made_by_the_other_before_those_who_came_later() {
        Job first = books.accepted("ada");
        books.accepted("ada");
        books.accepted("bob");
        Job claimed = books.claim().orElseThrow();

        Job moved = moved(claimed, CHEAPER);

        assertThat(moved.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(moved.work().submittedAt()).isEmpty();
        assertThat(books.jobs.find(first.id())).contains(moved);
        assertThat(books.jobs.position(first.id())).isEqualTo(1);
        assertThat(books.jobs.claim(Set.of("evolink"), BooksFixture.PLATFORMS, books.now).map(Job::id)).contains(first.id());
        assertThat(books.served(5)).containsExactly("bob", "ada");
    }

    @Test
    void a_job_that_waits_for_a_dead_gateway_leaves_its_line_and_those_behind_it_go_on() {
        Job first = books.accepted("ada");
        Job second = books.accepted("ada");

        moved(first, TestJobs.PRICE);

        assertThat(books.claim().map(Job::id)).contains(second.id());
        assertThat(books.claim()).isEmpty();
        assertThat(books.jobs.claim(Set.of("evolink"), BooksFixture.PLATFORMS, books.now).map(Job::id)).contains(first.id());
        assertThat(books.number("SELECT waiting FROM queue_load WHERE scope = 'server'")).isZero();
        assertThat(books.number("SELECT running FROM queue_load WHERE scope = 'server'")).isEqualTo(2);
    }

    @Test
    void a_job_that_was_turned_away_does_not_wait_out_the_old_gateways_time_at_the_new_one() {
        books.accepted("ada");
        Job away = books.apply(
                books.claim().orElseThrow(), new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, books.now.plusSeconds(300)));

        Job moved = moved(away, TestJobs.PRICE);

        assertThat(moved.state().attempt()).isZero();
        assertThat(books.jobs.claim(Set.of("evolink"), BooksFixture.PLATFORMS, books.now)).isPresent();
    }

    @Test
    void somebody_who_runs_all_he_may_can_be_claimed_again_after_the_move() {
        books.accepted(order("ada", limits(everybody(Measure.RUNNING, 1))));
        moved(books.claim().orElseThrow(), TestJobs.PRICE);

        assertThat(books.jobs.claim(Set.of("evolink"), BooksFixture.PLATFORMS, books.now)).isPresent();
    }

    @Test
    void a_dearer_plan_that_breaks_a_cap_is_not_taken_and_nothing_is_written() {
        Job job = books.accepted("ada");

        assertThat(reroute(job, DEARER, limits(server(Measure.COST_PER_DAY, 1_499_999)))).isInstanceOf(Rerouting.OverLimit.class);
        assertThat(reroute(job, DEARER, limits(place(Measure.COST_PER_MONTH, 1_499_999)))).isInstanceOf(Rerouting.OverLimit.class);
        assertThat(books.jobs.find(job.id())).contains(job);
        assertThat(reroute(job, DEARER, limits(server(Measure.COST_PER_DAY, 1_500_000), everybody(Measure.COST_PER_DAY, 1))))
                .isInstanceOf(Rerouting.Moved.class);
        assertThat(spent("server")).isEqualTo(1_500_000);
        assertThat(spent("member:ada")).isEqualTo(1_000_000);
    }

    @Test
    void a_plan_that_is_not_dearer_is_taken_though_the_cap_is_used_up() {
        Job job = books.accepted("ada");

        moved(job, CHEAPER, limits(server(Measure.COST_PER_DAY, 0)));

        assertThat(spent("server")).isEqualTo(400_000);
        assertThat(spent("place:" + TestJobs.PLACE)).isEqualTo(400_000);
    }

    @Test
    void a_rise_counts_in_the_window_of_the_order_and_not_in_the_next_day() {
        Job job = books.accepted("ada");
        books.now = books.now.plus(Duration.ofDays(1));
        books.accepted("bob");

        assertThat(reroute(job, DEARER, limits(server(Measure.COST_PER_DAY, 1_400_000)))).isInstanceOf(Rerouting.OverLimit.class);
        moved(job, DEARER, limits(server(Measure.COST_PER_DAY, 1_500_000)));
    }

    @Test
    void a_job_that_is_moved_twice_is_booked_twice_and_each_time_once() {
        Job once = moved(books.accepted("ada"), DEARER);
        Job twice = moved(once, CHEAPER);

        assertThat(books.number("SELECT count(*) FROM ledger WHERE movement = 'OPERATOR_MOVED'")).isEqualTo(2);
        assertThat(reroute(once, DEARER, limits())).isInstanceOf(Rerouting.Lost.class);
        books.apply(twice, new JobSignal.Cancelled(true));
        assertThat(spent("server")).isZero();
        assertThat(spent("member:ada")).isZero();
    }

    @Test
    void what_a_gateway_already_has_is_never_moved() {
        books.accepted("ada");
        Job running = books.apply(books.claim().orElseThrow(), new JobSignal.Accepted("task"));

        assertThat(reroute(running, CHEAPER, limits())).isInstanceOf(Rerouting.Lost.class);
    }

    @Test
    void what_an_owner_has_to_let_go_after_a_restore_does_not_go_by_another_gateway() {
        Job job = books.accepted("ada");
        books.database.writer().write(transaction -> {
            LaneTable.holdAll(transaction.session());
            return true;
        });

        assertThat(reroute(job, CHEAPER, limits())).isInstanceOf(Rerouting.Lost.class);
    }

    @Test
    void no_plan_is_changed_without_a_look_at_the_caps() {
        Job job = books.accepted("ada");

        assertThatThrownBy(() -> books.apply(job, rerouted(DEARER))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_operator_reads_why_a_job_is_where_it_is() {
        Job job = books.accepted(new NewJob(
                TestJobs.owner("ada"),
                TestJobs.request(5, Resolution.P720),
                TestJobs.plan(),
                limits(),
                1,
                new JobBooks.Claim.Nothing(),
                List.of("kyy: at most 3 pictures", "laozhang: switched off")));
        books.jobs.reroute(
                job.id(), job.version(), new JobSignal.Rerouted(TestJobs.otherPlan(CHEAPER), ErrorKind.NO_CREDIT, "empty\n\u001b[31m" + "x".repeat(900)), limits());

        List<JobEvent> history = books.jobs.history(job.id());

        assertThat(history).extracting(JobEvent::signal).containsExactly("Ordered", "Rerouted");
        assertThat(history.getFirst().note()).isEqualTo("kyy: at most 3 pictures; laozhang: switched off");
        assertThat(history.getLast().failure()).contains(ErrorKind.NO_CREDIT);
        assertThat(history.getLast().note()).startsWith("empty [31mx").hasSize(EventTable.LONGEST_NOTE);
    }

    @Test
    void what_a_gateway_blames_is_known_after_a_restart() {
        books.accepted("ada");
        List<Blame> blames = List.of(new Blame.File(MediaKind.IMAGE, 2), new Blame.Sound());
        Job failed = books.apply(books.claim().orElseThrow(), new JobSignal.Failed(ErrorKind.CONTENT_POLICY, blames));

        books.close();
        books = new BooksFixture(home);

        assertThat(failed.state().blames()).isEqualTo(blames);
        assertThat(books.jobs.find(failed.id())).contains(failed);
        assertThat(books.jobs.history(failed.id()).getLast().note()).isEqualTo("image:2,sound");
    }

    /** Reroutes between all else, in any order: rows, ledger and balances never part. */
    @Test
    void rows_ledger_and_balances_agree_whatever_happens() {
        Random random = new Random(11);
        for (int index = 0; index < 60; index++) {
            Job job = books.accepted("member" + index % 4);
            for (int step = 0; step < 12; step++) {
                job = afterSomething(job, random);
            }
        }

        assertThat(books.number("SELECT count(*) FROM ledger WHERE movement = 'OPERATOR_MOVED'")).isGreaterThan(30);
        assertThat(books.number("""
                SELECT count(*) FROM usage WHERE micros <> (SELECT sum(held_micros + spent_micros) FROM ledger
                  WHERE movement LIKE 'MEMBER%' AND member = usage.subject) AND subject LIKE 'member:%'""")).isZero();
        assertThat(spent("server")).isEqualTo(books.number(
                "SELECT sum(held_micros + spent_micros) FROM ledger WHERE movement LIKE 'OPERATOR%'"));
        assertThat(books.number("""
                SELECT count(*) FROM job WHERE spend_micros <> (SELECT sum(held_micros + spent_micros) FROM ledger
                  WHERE movement LIKE 'OPERATOR%' AND ledger.job = job.id)""")).isZero();
        assertThat(books.number("SELECT count(*) FROM job WHERE charged_micros > price_micros")).isZero();
        assertThat(books.number("""
                SELECT count(*) FROM job JOIN lane ON lane.id = job.lane WHERE lane.provider <> job.provider""")).isZero();
        assertThat(books.number("SELECT waiting FROM queue_load WHERE scope = 'server'"))
                .isEqualTo(books.number("SELECT count(*) FROM job WHERE status = 'QUEUED'"));
    }

    private Job afterSomething(Job job, Random random) {
        int dice = random.nextInt(10);
        if (dice < 3) {
            Money price = new Money(random.nextLong(3_000_000));
            return reroute(job, price, limits()) instanceof Rerouting.Moved(Job moved) ? moved : job;
        }
        JobSignal signal = switch (dice) {
            case 3, 4 -> new JobSignal.Claimed();
            case 5 -> new JobSignal.Accepted("task");
            case 6 -> new JobSignal.Made(random.nextBoolean() ? Optional.empty() : Optional.of(new Money(random.nextLong(3_000_000))));
            case 7 -> random.nextBoolean() ? new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, books.now) : new JobSignal.Ambiguous();
            case 8 -> random.nextBoolean() ? new JobSignal.Failed(ErrorKind.UPSTREAM) : new JobSignal.Fetched("f".repeat(64));
            default -> random.nextBoolean() ? new JobSignal.Settled(random.nextBoolean(), random.nextBoolean()) : new JobSignal.Cancelled(true);
        };
        return books.jobs.apply(job.id(), job.version(), signal).orElse(job);
    }

    private Job moved(Job job, Money price) {
        return moved(job, price, limits());
    }

    private Job moved(Job job, Money price, EffectiveLimits caps) {
        if (reroute(job, price, caps) instanceof Rerouting.Moved(Job moved)) {
            return moved;
        }
        throw new AssertionError("the job was not moved");
    }

    private Rerouting reroute(Job job, Money price, EffectiveLimits caps) {
        return books.jobs.reroute(job.id(), job.version(), rerouted(price), caps);
    }

    private static JobSignal.Rerouted rerouted(Money price) {
        return new JobSignal.Rerouted(TestJobs.otherPlan(price), ErrorKind.NO_CREDIT, "402");
    }

    private long spent(String subject) {
        return books.number("SELECT micros FROM usage WHERE subject = '" + subject + "'");
    }
}

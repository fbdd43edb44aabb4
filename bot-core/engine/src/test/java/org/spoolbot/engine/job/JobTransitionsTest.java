package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.api.job.JobStatus.CANCELLED;
import static org.spoolbot.api.job.JobStatus.DELIVERING;
import static org.spoolbot.api.job.JobStatus.FAILED;
import static org.spoolbot.api.job.JobStatus.FETCHING;
import static org.spoolbot.api.job.JobStatus.QUEUED;
import static org.spoolbot.api.job.JobStatus.RUNNING;
import static org.spoolbot.api.job.JobStatus.SUBMITTING;
import static org.spoolbot.api.job.JobStatus.SUCCEEDED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.job.LedgerEntry.Movement;

class JobTransitionsTest {
    private static final Instant LATER = TestJobs.NOON.plusSeconds(60);
    private static final MessageRef MESSAGE = new MessageRef("discord", "channel", "9");

    /** Every move that is allowed; all others of the table must be refused. */
    private static final Map<JobSignal, Map<JobStatus, JobStatus>> ALLOWED = Map.ofEntries(
            Map.entry(new JobSignal.Claimed(), Map.of(QUEUED, SUBMITTING)),
            Map.entry(new JobSignal.Accepted("task"), Map.of(SUBMITTING, RUNNING)),
            Map.entry(new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, LATER), Map.of(SUBMITTING, QUEUED)),
            Map.entry(
                    new JobSignal.Rerouted(TestJobs.otherPlan(TestJobs.PRICE), ErrorKind.NO_CREDIT, "402"),
                    Map.of(QUEUED, QUEUED, SUBMITTING, QUEUED)),
            Map.entry(
                    new JobSignal.Rerouted(TestJobs.samplePlan(), ErrorKind.NO_CREDIT, "never a sample for money"), Map.of()),
            Map.entry(new JobSignal.Ambiguous(), Map.of(SUBMITTING, FAILED)),
            Map.entry(new JobSignal.Made(Optional.empty()), Map.of(RUNNING, FETCHING)),
            Map.entry(new JobSignal.Fetched("f".repeat(64)), Map.of(FETCHING, DELIVERING)),
            Map.entry(
                    new JobSignal.Delivered(Job.Delivery.DONE, Optional.of(MESSAGE)), Map.of(DELIVERING, SUCCEEDED)),
            Map.entry(
                    new JobSignal.Again(LATER),
                    Map.of(RUNNING, RUNNING, FETCHING, FETCHING, DELIVERING, DELIVERING)),
            Map.entry(
                    new JobSignal.Failed(ErrorKind.CONTENT_POLICY),
                    Map.of(QUEUED, FAILED, SUBMITTING, FAILED, RUNNING, FAILED, FETCHING, FAILED)),
            Map.entry(new JobSignal.Cancelled(true), Map.of(QUEUED, CANCELLED, RUNNING, CANCELLED)),
            Map.entry(new JobSignal.Cancelled(false), Map.of(QUEUED, CANCELLED, RUNNING, CANCELLED)),
            Map.entry(new JobSignal.Settled(true, false), Map.of()),
            Map.entry(new JobSignal.ProgressGone(), Map.of()),
            Map.entry(new JobSignal.FrameKept("e".repeat(64)), Map.of()),
            Map.entry(new JobSignal.ClipDeleted(), Map.of()),
            Map.entry(new JobSignal.Resent(MESSAGE), Map.of()),
            Map.entry(new JobSignal.Told(Job.Delivery.DONE, Optional.of(MESSAGE)), Map.of(FAILED, FAILED)),
            Map.entry(
                    new JobSignal.ProgressShown(MESSAGE),
                    Map.of(
                            QUEUED, QUEUED, SUBMITTING, SUBMITTING, RUNNING, RUNNING, FETCHING, FETCHING, DELIVERING,
                            DELIVERING)));

    static Stream<Arguments> table() {
        return ALLOWED.entrySet().stream()
                .flatMap(row -> Stream.of(JobStatus.values())
                        .map(status -> Arguments.of(
                                status, row.getKey(), Optional.ofNullable(row.getValue().get(status)))));
    }

    @ParameterizedTest(name = "{0} + {1} -> {2}")
    @MethodSource("table")
    void a_job_moves_only_as_the_table_says(JobStatus status, JobSignal signal, Optional<JobStatus> expected) {
        Optional<JobTransitions.Step> step = next(TestJobs.job(status), spendIn(status), signal);

        assertThat(step.map(moved -> moved.job().status())).isEqualTo(expected);
        step.ifPresent(moved -> assertThat(moved.job().version()).isEqualTo(8));
    }

    @Test
    void a_deleted_clip_stays_deleted_and_its_receipt_stays() {
        Job delivering = next(TestJobs.job(FETCHING), spendIn(FETCHING), new JobSignal.Fetched("f".repeat(64))).orElseThrow().job();
        Job framed = next(delivering, spendIn(DELIVERING), new JobSignal.FrameKept("e".repeat(64))).orElseThrow().job();
        assertThat(next(framed, spendIn(DELIVERING), new JobSignal.ClipDeleted())).as("not before it is delivered").isEmpty();
        Job done = next(framed, spendIn(DELIVERING), new JobSignal.Delivered(Job.Delivery.DONE, Optional.of(MESSAGE)))
                .orElseThrow().job();
        assertThat(done.work().lastFrame()).contains("e".repeat(64));

        JobTransitions.Step step = next(done, spendIn(SUCCEEDED), new JobSignal.ClipDeleted()).orElseThrow();

        assertThat(step.job().work().clip()).isEmpty();
        assertThat(step.job().work().lastFrame()).isEmpty();
        assertThat(step.job().receipt()).isEqualTo(done.receipt());
        assertThat(step.entries()).isEmpty();
        assertThat(step.job().state().changedAt()).as("when it ended").isEqualTo(done.state().changedAt());
        assertThat(next(step.job(), spendIn(SUCCEEDED), new JobSignal.ClipDeleted())).isEmpty();
        assertThat(next(step.job(), spendIn(SUCCEEDED), new JobSignal.FrameKept("e".repeat(64))))
                .as("a frame that comes late does not bring it back")
                .isEmpty();
    }

    @Test
    void the_table_knows_every_signal() {
        assertThat(ALLOWED.keySet().stream().map(JobSignal::getClass).distinct())
                .hasSameSizeAs(JobSignal.class.getPermittedSubclasses());
    }

    @Test
    void a_member_pays_what_was_reported_if_it_is_less_than_the_card_said() {
        JobTransitions.Step step = made(Optional.of(new Money(400_000)));

        assertThat(step.job().receipt().charged()).isEqualTo(new Money(400_000));
        assertThat(step.spend()).isEqualTo(new Spend(Spend.Standing.SETTLED, 400_000));
    }

    @Test
    void a_member_never_pays_more_than_the_card_said_and_the_operator_bears_the_rest() {
        JobTransitions.Step step = made(Optional.of(new Money(1_700_000)));

        assertThat(step.job().receipt().charged()).isEqualTo(TestJobs.PRICE);
        assertThat(step.spend()).isEqualTo(new Spend(Spend.Standing.SETTLED, 1_700_000));
    }

    @Test
    void without_a_report_the_clip_costs_its_price_on_both_sides() {
        JobTransitions.Step step = made(Optional.empty());

        assertThat(step.job().receipt().charged()).isEqualTo(TestJobs.PRICE);
        assertThat(step.spend()).isEqualTo(new Spend(Spend.Standing.SETTLED, 1_000_000));
    }

    @Test
    void a_task_that_the_gateway_failed_is_given_back_on_both_sides() {
        JobTransitions.Step step = after(RUNNING, new JobSignal.Failed(ErrorKind.CONTENT_POLICY));

        assertThat(step.job().receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(step.spend()).isEqualTo(new Spend(Spend.Standing.RELEASED, 0));
    }

    @Test
    void a_task_that_never_ended_is_given_back_to_the_member_but_stays_presumed_spent() {
        JobTransitions.Step step = after(RUNNING, new JobSignal.Failed(ErrorKind.TIMEOUT));

        assertThat(step.job().receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(step.spend()).isEqualTo(spendIn(RUNNING));
    }

    @Test
    void a_clip_that_was_made_and_lost_is_given_back_to_the_member_and_stays_spent() {
        Job fetching = made(Optional.of(new Money(400_000))).job();

        JobTransitions.Step step =
                next(fetching, spendIn(FETCHING), new JobSignal.Failed(ErrorKind.STORAGE)).orElseThrow();

        assertThat(step.job().receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(step.spend()).isEqualTo(spendIn(FETCHING));
        assertThat(step.entries()).containsExactly(new LedgerEntry(Movement.MEMBER_RETURNED, 0, -400_000, -1, -5));
    }

    @Test
    void only_a_finished_job_loses_its_progress_message_and_when_it_ended_stays() {
        JobTransitions.Step shown = after(RUNNING, new JobSignal.ProgressShown(MESSAGE));
        assertThat(next(shown.job(), shown.spend(), new JobSignal.ProgressGone())).isEmpty();

        JobTransitions.Step failed = settle(shown, new JobSignal.Failed(ErrorKind.CONTENT_POLICY));
        JobTransitions.Step gone =
                JobTransitions.next(failed.job(), failed.spend(), new JobSignal.ProgressGone(), LATER.plusSeconds(9)).orElseThrow();

        assertThat(gone.job().work().progress()).isEmpty();
        assertThat(gone.job().state().changedAt()).isEqualTo(LATER);
        assertThat(next(gone.job(), gone.spend(), new JobSignal.ProgressGone())).isEmpty();
    }

    @Test
    void a_member_is_told_of_a_failure_once() {
        JobTransitions.Step failed = after(SUBMITTING, new JobSignal.Failed(ErrorKind.CONTENT_POLICY));
        JobSignal told = new JobSignal.Told(Job.Delivery.IMPOSSIBLE, Optional.empty());

        JobTransitions.Step step = settle(failed, told);

        assertThat(step.job().state().failure()).contains(ErrorKind.CONTENT_POLICY);
        assertThat(step.entries()).isEmpty();
        assertThat(next(step.job(), step.spend(), told)).isEmpty();
    }

    @Test
    void leaving_a_task_that_the_gateway_goes_on_with_is_charged() {
        JobTransitions.Step step = after(RUNNING, new JobSignal.Cancelled(false));

        assertThat(step.job().receipt().standing()).isEqualTo(Receipt.Standing.CHARGED);
        assertThat(step.spend().standing()).isEqualTo(Spend.Standing.PRESUMED);
    }

    @Test
    void an_unknown_outcome_keeps_the_hold_and_books_presumed_spend() {
        JobTransitions.Step step = after(SUBMITTING, new JobSignal.Ambiguous());

        assertThat(step.job().state().failure()).contains(ErrorKind.SUBMIT_AMBIGUOUS);
        assertThat(step.job().receipt().standing()).isEqualTo(Receipt.Standing.HELD);
        assertThat(step.spend().standing()).isEqualTo(Spend.Standing.PRESUMED);
    }

    @Test
    void after_a_day_the_member_gets_an_unknown_outcome_back_while_the_operators_side_stays_open() {
        JobTransitions.Step unclear = after(SUBMITTING, new JobSignal.Ambiguous());

        JobTransitions.Step released = settle(unclear, new JobSignal.Settled(false, true));
        assertThat(released.job().receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(released.spend().standing()).isEqualTo(Spend.Standing.PRESUMED);
        assertThat(next(released.job(), released.spend(), new JobSignal.Settled(false, true))).isEmpty();

        JobTransitions.Step settled = settle(released, new JobSignal.Settled(true, false));
        assertThat(settled.job().receipt().standing()).isEqualTo(Receipt.Standing.REFUNDED);
        assertThat(settled.spend()).isEqualTo(new Spend(Spend.Standing.SETTLED, 1_000_000));
        assertThat(next(settled.job(), settled.spend(), new JobSignal.Settled(false, false))).isEmpty();
    }

    @Test
    void an_unknown_outcome_that_was_billed_is_charged_on_both_sides() {
        JobTransitions.Step settled =
                settle(after(SUBMITTING, new JobSignal.Ambiguous()), new JobSignal.Settled(true, false));

        assertThat(settled.entries().stream().map(LedgerEntry::movement))
                .containsExactlyInAnyOrder(Movement.MEMBER_CHARGED, Movement.OPERATOR_SETTLED);
    }

    @Test
    void tries_are_counted_across_claims_so_that_a_backoff_grows() {
        JobTransitions.Step away = after(SUBMITTING, new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, LATER));
        assertThat(away.job().state().attempt()).isEqualTo(1);
        assertThat(away.job().state().notBefore()).isEqualTo(LATER);

        JobTransitions.Step claimed = settle(away, new JobSignal.Claimed());
        assertThat(claimed.job().state().attempt()).isEqualTo(1);
        assertThat(settle(claimed, new JobSignal.Accepted("t")).job().state().attempt()).isZero();
    }

    @Test
    void a_sample_moves_no_money_even_if_its_gateway_reports_a_cost() {
        Job job = TestJobs.job(QUEUED);
        Job sample = new Job(
                job.id(),
                job.owner(),
                job.request(),
                TestJobs.samplePlan(),
                TestJobs.job(RUNNING).state(),
                job.work(),
                new Receipt(Receipt.Standing.HELD, Money.ZERO, Money.ZERO, 0));

        JobTransitions.Step step = next(
                        sample,
                        new Spend(Spend.Standing.PRESUMED, 0),
                        new JobSignal.Made(Optional.of(new Money(5))))
                .orElseThrow();

        List<LedgerEntry> all = Stream.concat(JobTransitions.opening(sample).entries().stream(), step.entries().stream())
                .toList();
        assertThat(all).allSatisfy(entry -> assertThat(
                        Math.abs(entry.held()) + Math.abs(entry.spent()) + entry.clips() + entry.seconds())
                .isZero());
    }

    private static JobTransitions.Step made(Optional<Money> reported) {
        return after(RUNNING, new JobSignal.Made(reported));
    }

    private static JobTransitions.Step after(JobStatus status, JobSignal signal) {
        return next(TestJobs.job(status), spendIn(status), signal).orElseThrow();
    }

    private static JobTransitions.Step settle(JobTransitions.Step before, JobSignal signal) {
        return next(before.job(), before.spend(), signal).orElseThrow();
    }

    private static Optional<JobTransitions.Step> next(Job job, Spend spend, JobSignal signal) {
        return JobTransitions.next(job, spend, signal, LATER);
    }

    private static Spend spendIn(JobStatus status) {
        return switch (status) {
            case QUEUED, SUBMITTING -> new Spend(Spend.Standing.HELD, 1_000_000);
            case RUNNING -> new Spend(Spend.Standing.PRESUMED, 1_000_000);
            case FETCHING, DELIVERING, SUCCEEDED, FAILED, CANCELLED -> new Spend(Spend.Standing.SETTLED, 1_000_000);
        };
    }
}

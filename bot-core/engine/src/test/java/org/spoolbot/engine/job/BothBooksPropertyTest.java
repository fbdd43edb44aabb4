package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.job.LedgerEntry.Book;
import org.spoolbot.engine.job.LedgerEntry.Movement;

/** Whatever happens to a job in whatever order, both books say what its row says. */
class BothBooksPropertyTest {
    private static final Instant LATER = TestJobs.NOON.plusSeconds(60);

    @Property(tries = 2000)
    void both_books_say_what_the_row_says(@ForAll("signals") List<JobSignal> signals) {
        JobTransitions.Step step = JobTransitions.opening(TestJobs.job(JobStatus.QUEUED));
        List<LedgerEntry> ledger = new ArrayList<>(step.entries());
        int reroutes = 0;
        for (JobSignal signal : signals) {
            Optional<JobTransitions.Step> next = JobTransitions.next(step.job(), step.spend(), signal, LATER);
            if (next.isEmpty()) {
                continue;
            }
            assertThat(next.get().job().version()).isEqualTo(step.job().version() + 1);
            step = next.get();
            ledger.addAll(step.entries());
            reroutes += signal instanceof JobSignal.Rerouted ? 1 : 0;
            theMemberOwesWhatTheReceiptSays(step.job().receipt(), ledger);
            theOperatorSpentWhatIsKnown(step.spend(), ledger);
        }
        eachMovementIsWrittenOnce(ledger, reroutes);
    }

    @Property(tries = 500)
    void a_member_never_pays_more_than_the_card_said_however_often_the_plan_changes(
            @ForAll("prices") List<Money> prices, @ForAll("money") Money reported) {
        JobTransitions.Step step = JobTransitions.opening(TestJobs.job(JobStatus.QUEUED));
        for (Money price : prices) {
            step = after(after(step, new JobSignal.Claimed()), rerouted(price));
            assertThat(step.job().status()).isEqualTo(JobStatus.QUEUED);
            assertThat(step.job().work().submittedAt()).isEmpty();
            assertThat(step.job().receipt().price()).isEqualTo(TestJobs.PRICE);
        }
        step = after(after(step, new JobSignal.Claimed()), new JobSignal.Accepted("task"));

        JobTransitions.Step told = after(step, new JobSignal.Made(Optional.of(reported)));
        JobTransitions.Step silent = after(step, new JobSignal.Made(Optional.empty()));

        assertThat(told.job().receipt().charged()).isEqualTo(TestJobs.PRICE.min(reported));
        assertThat(told.spend().micros()).isEqualTo(reported.micros());
        assertThat(silent.job().receipt().charged()).isEqualTo(TestJobs.PRICE.min(prices.getLast()));
        assertThat(silent.spend().micros()).isEqualTo(prices.getLast().micros());
    }

    @Provide
    Arbitrary<List<Money>> prices() {
        return money().list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Money> money() {
        return Arbitraries.longs().between(0, 3_000_000).map(Money::new);
    }

    /** The way forward is walked more often, so that its ends are reached. */
    @Provide
    Arbitrary<List<JobSignal>> signals() {
        Arbitrary<JobSignal> forward = Arbitraries.of(
                new JobSignal.Claimed(), new JobSignal.Accepted("task"), new JobSignal.Fetched("f".repeat(64)));
        Arbitrary<JobSignal> rerouted = money().map(BothBooksPropertyTest::rerouted);
        Arbitrary<JobSignal> made = money().optional().map(JobSignal.Made::new);
        Arbitrary<JobSignal> failed = Arbitraries.of(ErrorKind.class)
                .map(kind -> new JobSignal.Failed(kind, List.of(new Blame.Words())));
        Arbitrary<JobSignal> settled = Arbitraries.of(true, false)
                .flatMap(billed -> Arbitraries.of(true, false).map(member -> new JobSignal.Settled(billed, member)));
        Arbitrary<JobSignal> other = Arbitraries.of(
                new JobSignal.TurnedAway(ErrorKind.RATE_LIMIT, LATER),
                new JobSignal.Ambiguous(),
                new JobSignal.Again(LATER),
                new JobSignal.Cancelled(true),
                new JobSignal.Cancelled(false),
                new JobSignal.Delivered(Job.Delivery.DONE, Optional.empty()),
                new JobSignal.Told(Job.Delivery.DONE, Optional.empty()));
        return Arbitraries.oneOf(forward, forward, rerouted, made, failed, settled, other).list().ofMaxSize(40);
    }

    private static void theMemberOwesWhatTheReceiptSays(Receipt receipt, List<LedgerEntry> ledger) {
        boolean held = receipt.standing() == Receipt.Standing.HELD;
        boolean refunded = receipt.standing() == Receipt.Standing.REFUNDED;
        assertThat(sum(ledger, Book.MEMBER, LedgerEntry::held)).isEqualTo(held ? receipt.price().micros() : 0);
        assertThat(sum(ledger, Book.MEMBER, LedgerEntry::spent)).isEqualTo(receipt.charged().micros());
        assertThat(sum(ledger, Book.MEMBER, LedgerEntry::clips)).isEqualTo(refunded ? 0 : 1);
        assertThat(sum(ledger, Book.MEMBER, LedgerEntry::seconds)).isEqualTo(refunded ? 0 : 5);
        assertThat(receipt.charged()).isLessThanOrEqualTo(receipt.price());
    }

    private static void theOperatorSpentWhatIsKnown(Spend spend, List<LedgerEntry> ledger) {
        boolean held = spend.standing() == Spend.Standing.HELD;
        boolean released = spend.standing() == Spend.Standing.RELEASED;
        assertThat(sum(ledger, Book.OPERATOR, LedgerEntry::held)).isEqualTo(held ? spend.micros() : 0);
        assertThat(sum(ledger, Book.OPERATOR, LedgerEntry::spent)).isEqualTo(held ? 0 : spend.micros());
        assertThat(sum(ledger, Book.OPERATOR, LedgerEntry::clips)).isEqualTo(released ? 0 : 1);
    }

    private static void eachMovementIsWrittenOnce(List<LedgerEntry> ledger, int reroutes) {
        Map<Movement, Integer> counts = new EnumMap<>(Movement.class);
        ledger.forEach(entry -> counts.merge(entry.movement(), 1, Integer::sum));

        assertThat(counts.getOrDefault(Movement.OPERATOR_MOVED, 0)).isEqualTo(reroutes);
        counts.remove(Movement.OPERATOR_MOVED);
        assertThat(counts.values()).containsOnly(1);
    }

    private static long sum(List<LedgerEntry> ledger, Book book, ToLongFunction<LedgerEntry> amount) {
        return ledger.stream().filter(entry -> entry.movement().book() == book).mapToLong(amount).sum();
    }

    private static JobSignal rerouted(Money price) {
        return new JobSignal.Rerouted(TestJobs.otherPlan(price), ErrorKind.NO_CREDIT, "402");
    }

    private static JobTransitions.Step after(JobTransitions.Step before, JobSignal signal) {
        return JobTransitions.next(before.job(), before.spend(), signal, LATER).orElseThrow();
    }
}

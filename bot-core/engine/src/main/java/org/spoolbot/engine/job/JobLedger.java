package org.spoolbot.engine.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.job.LedgerEntry.Movement;

/**
 * Both books of one job. A member's amount leaves HELD once, and comes back once if what it paid for is lost; the operator's goes HELD,
 * PRESUMED, SETTLED and is given back only before it is settled, so no refund can lower what a gateway billed. As long as it is HELD it
 * may be moved to another plan's price, which the member's never follows.
 */
record JobLedger(Receipt receipt, Spend spend, List<LedgerEntry> entries, boolean sample) {
    static JobLedger opened(Job job) {
        Receipt receipt = job.receipt();
        long price = receipt.price().micros();
        int clips = job.plan().sample() ? 0 : 1;
        return new JobLedger(
                receipt,
                new Spend(Spend.Standing.HELD, price),
                List.of(
                        new LedgerEntry(Movement.MEMBER_HELD, price, 0, clips, receipt.seconds()),
                        new LedgerEntry(Movement.OPERATOR_HELD, price, 0, clips, receipt.seconds())),
                job.plan().sample());
    }

    static JobLedger of(Job job, Spend spend) {
        return new JobLedger(job.receipt(), spend, List.of(), job.plan().sample());
    }

    /** Another plan is tried, at another price. */
    JobLedger moved(Money price) {
        long amount = sample ? 0 : price.micros();
        return operator(
                new Spend(Spend.Standing.HELD, amount),
                new LedgerEntry(Movement.OPERATOR_MOVED, amount - spend.micros(), 0, 0, 0));
    }

    /** It was, or may have been, bought. */
    JobLedger presumed() {
        long amount = spend.micros();
        return operator(
                new Spend(Spend.Standing.PRESUMED, amount),
                new LedgerEntry(Movement.OPERATOR_PRESUMED, -amount, amount, 0, 0));
    }

    /** The clip was made; without the gateway's word it cost what was expected. */
    JobLedger made(Optional<Money> reported) {
        Money cost = sample ? Money.ZERO : reported.orElse(new Money(spend.micros()));
        return charged(receipt.price().min(cost)).spent(cost.micros());
    }

    /** Surely nothing was bought: both sides go back. */
    JobLedger nothingBought() {
        return refunded().notSpent();
    }

    /** The member gets it back, whatever the operator paid. */
    JobLedger refunded() {
        Receipt back = new Receipt(Receipt.Standing.REFUNDED, receipt.price(), Money.ZERO, receipt.seconds());
        return member(
                back,
                new LedgerEntry(Movement.MEMBER_RELEASED, -receipt.price().micros(), 0, -clips(), -receipt.seconds()));
    }

    /** A clip that was made and lost on its way here: the member has nothing of it, and the gateway keeps its money. */
    JobLedger returned() {
        Receipt back = new Receipt(Receipt.Standing.REFUNDED, receipt.price(), Money.ZERO, receipt.seconds());
        return member(
                back,
                new LedgerEntry(Movement.MEMBER_RETURNED, 0, -receipt.charged().micros(), -clips(), -receipt.seconds()));
    }

    /** Without the gateway's word it cost what its plan says, and the member never pays more than was shown. */
    JobLedger charged() {
        return charged(receipt.price().min(new Money(spend.micros())));
    }

    private JobLedger charged(Money amount) {
        Receipt paid = new Receipt(Receipt.Standing.CHARGED, receipt.price(), amount, receipt.seconds());
        return member(
                paid, new LedgerEntry(Movement.MEMBER_CHARGED, -receipt.price().micros(), amount.micros(), 0, 0));
    }

    /** Settles an unknown outcome: what is still open on the member's side, and on the operator's unless it stays open. */
    JobLedger resolved(boolean billed, boolean memberSideOnly) {
        JobLedger member = receipt.standing() != Receipt.Standing.HELD
                ? this
                : billed ? charged() : refunded();
        if (memberSideOnly) {
            return member;
        }
        return billed ? member.spent(spend.micros()) : member.notSpent();
    }

    private JobLedger spent(long micros) {
        return operator(
                new Spend(Spend.Standing.SETTLED, micros),
                new LedgerEntry(Movement.OPERATOR_SETTLED, 0, micros - spend.micros(), 0, 0));
    }

    private JobLedger notSpent() {
        boolean held = spend.standing() == Spend.Standing.HELD;
        long amount = spend.micros();
        return operator(
                new Spend(Spend.Standing.RELEASED, 0),
                new LedgerEntry(
                        Movement.OPERATOR_RELEASED, held ? -amount : 0, held ? 0 : -amount, -clips(), -receipt.seconds()));
    }

    private int clips() {
        return sample ? 0 : 1;
    }

    private JobLedger member(Receipt after, LedgerEntry entry) {
        return new JobLedger(after, spend, with(entry), sample);
    }

    private JobLedger operator(Spend after, LedgerEntry entry) {
        return new JobLedger(receipt, after, with(entry), sample);
    }

    private List<LedgerEntry> with(LedgerEntry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }
}

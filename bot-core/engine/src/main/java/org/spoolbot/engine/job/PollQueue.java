package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The tickets of one gateway by due time. As many as there are jobs at that gateway. Thread-safe. */
final class PollQueue {
    private final TreeSet<PollTicket> byDue =
            new TreeSet<>(Comparator.comparing(PollTicket::due).thenComparingLong(PollTicket::serial));

    /** Adds a ticket; says whether it is the next one now. */
    synchronized boolean add(PollTicket ticket) {
        ticket.heedHint();
        byDue.add(ticket);
        return byDue.first() == ticket;
    }

    /** Takes tickets that are due, the most overdue first, and if there are any, also those that will be within a moment. */
    synchronized List<PollTicket> take(Instant now, int most, Duration moment) {
        List<PollTicket> taken = new ArrayList<>();
        while (taken.size() < most && !byDue.isEmpty()) {
            Instant until = taken.isEmpty() ? now : now.plus(moment);
            if (byDue.first().due().isAfter(until)) {
                break;
            }
            PollTicket next = byDue.removeFirst();
            if (!next.isOver()) {
                next.askedAt(now);
                taken.add(next);
            }
        }
        return taken;
    }

    /** Whether more than one ticket is due within a moment. */
    synchronized boolean isCrowded(Instant now, Duration moment) {
        Instant until = now.plus(moment);
        int waiting = 0;
        for (PollTicket ticket : byDue) {
            if (waiting == 2 || ticket.due().isAfter(until)) {
                break;
            }
            waiting += ticket.isOver() ? 0 : 1;
        }
        return waiting == 2;
    }

    /** Follows a hint: a waiting ticket is due now, one that is being asked about is due again soon. Says whether it is the next one now. */
    synchronized boolean hurry(PollTicket ticket, Instant now) {
        ticket.hint(now);
        return byDue.remove(ticket) && add(ticket);
    }

    synchronized Optional<Instant> nextDue() {
        return byDue.isEmpty() ? Optional.empty() : Optional.of(byDue.first().due());
    }
}

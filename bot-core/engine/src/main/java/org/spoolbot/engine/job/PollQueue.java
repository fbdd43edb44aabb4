package org.spoolbot.engine.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The tickets of one gateway by due time. As many as there are jobs at that gateway. Thread-safe. */
final class PollQueue {
    private final PriorityQueue<PollTicket> byDue = new PriorityQueue<>(Comparator.comparing(PollTicket::due));

    /** Adds a ticket; says whether it is the next one now. */
    synchronized boolean add(PollTicket ticket) {
        byDue.add(ticket);
        return byDue.peek() == ticket;
    }

    /** Takes tickets that are due, at most that many, the most overdue first. */
    synchronized List<PollTicket> takeDue(Instant now, int most) {
        List<PollTicket> taken = new ArrayList<>();
        while (taken.size() < most) {
            PollTicket next = byDue.peek();
            if (next == null || next.due().isAfter(now)) {
                break;
            }
            byDue.poll();
            if (!next.isOver()) {
                taken.add(next);
            }
        }
        return taken;
    }

    /** Makes a waiting ticket due; says whether it was waiting here. */
    synchronized boolean hurry(PollTicket ticket, Instant now) {
        if (!byDue.remove(ticket)) {
            return false;
        }
        ticket.dueAt(now);
        return byDue.add(ticket);
    }

    synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(byDue.peek()).map(PollTicket::due);
    }
}

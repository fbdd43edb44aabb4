package org.spoolbot.api.quota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody has left.
 *
 * @param lines one per limit that applies
 */
public record QuotaReport(List<Line> lines) {
    public QuotaReport {
        lines = List.copyOf(lines);
    }

    /**
     * One limit that applies.
     *
     * @param limit the limit
     * @param decidedBy whose rule it is
     * @param used what is charged and held in the present window
     * @param resetsAt when the window ends; empty for limits without a window
     */
    public record Line(QuotaLimit limit, QuotaSubject decidedBy, long used, Optional<Instant> resetsAt) {}
}

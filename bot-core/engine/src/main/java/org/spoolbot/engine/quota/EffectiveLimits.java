package org.spoolbot.engine.quota;

import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import java.util.List;

/**
 * The limits that decide one order: for each measure the most specific rule of the member's side, and besides every community and
 * global cap.
 *
 * @param limits each with the subject whose rule it is
 */
public record EffectiveLimits(List<Line> limits) {
    public EffectiveLimits {
        limits = List.copyOf(limits);
    }

    /** A limit and whose rule it is. */
    public record Line(QuotaSubject subject, QuotaLimit limit) {}
}

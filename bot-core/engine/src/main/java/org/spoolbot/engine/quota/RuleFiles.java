package org.spoolbot.engine.quota;

import java.util.List;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;

/** The limits as the operator's files have them. Answers from memory. Thread-safe. */
public interface RuleFiles {
    /** The limits of a subject; for a place those that every place has. */
    List<QuotaLimit> limits(QuotaSubject subject);

    /** What counts while only samples are made. */
    List<QuotaLimit> sandbox();

    /** The share of a group in the fair order, at least 1. */
    int weight(String group);
}

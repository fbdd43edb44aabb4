package org.spoolbot.api.job;

import org.spoolbot.api.i18n.Phrase;
import java.util.List;

/** How an order ended. */
public sealed interface Admission {
    /**
     * It is queued, durably, and its price is held.
     *
     * @param job the new job
     * @param position its place in the queue, from 1
     */
    record Accepted(JobSnapshot job, int position) implements Admission {}

    /**
     * It is not allowed, or not possible.
     *
     * @param reasons sentences for the member, at least one
     */
    record Refused(List<Phrase> reasons) implements Admission {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * It became dearer than agreed.
     *
     * @param quote what it costs now
     */
    record Dearer(Quote quote) implements Admission {}

    /**
     * What it comes from was ordered before, and handed in again after a crash: nothing new starts, and nothing new is to be said.
     *
     * @param job the job that it made then
     */
    record Repeated(JobSnapshot job) implements Admission {}

    /** The draft was used before. */
    record AlreadyUsed() implements Admission {}

    /** The server cannot take it now: queue, disk or database. Nothing was written. */
    record Busy() implements Admission {}
}

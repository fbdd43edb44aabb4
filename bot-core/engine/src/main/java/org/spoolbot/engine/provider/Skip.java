package org.spoolbot.engine.provider;

/**
 * A candidate that was passed over.
 *
 * @param detail what stood against it, in a word for the operator; may be empty
 */
public record Skip(Candidate candidate, SkipReason reason, String detail) {
    /** One line for a job's history, without any member's word. */
    public String note() {
        String place = candidate.provider().id() + "/" + candidate.model().id();
        return "skipped " + place + " " + reason.code() + (detail.isEmpty() ? "" : " " + detail);
    }
}

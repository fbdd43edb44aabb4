package org.spoolbot.api.job;

/** Where a job stands. It moves forward only. */
public enum JobStatus {
    /** Waits for its turn; nothing is paid. */
    QUEUED,
    /** The paid call is being made, or its outcome is being written. */
    SUBMITTING,
    /** The gateway makes it. */
    RUNNING,
    /** The clip is being downloaded. */
    FETCHING,
    /** The clip is being sent. */
    DELIVERING,
    /** Made. It was delivered, or can be fetched with {@code /show}. */
    SUCCEEDED,
    /** Will never be made. */
    FAILED,
    /** Withdrawn. */
    CANCELLED;

    /** Whether it never changes again. */
    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED -> true;
            case QUEUED, SUBMITTING, RUNNING, FETCHING, DELIVERING -> false;
        };
    }
}

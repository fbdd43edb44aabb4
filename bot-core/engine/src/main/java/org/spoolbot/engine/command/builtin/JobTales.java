package org.spoolbot.engine.command.builtin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;

/** What happened to jobs, for those who look after them. Methods block. */
public interface JobTales {
    /** What happened to a job, oldest first; empty if there is none that the viewer may see. */
    Optional<List<Event>> of(JobId job, Sender viewer);

    /**
     * Something that happened.
     *
     * @param status where the job stood after it
     * @param fault the kind of fault, if something went wrong; else empty
     * @param note which gateway was tried or passed over and why; only for owners
     */
    record Event(Instant at, JobStatus status, String fault, String note) {}
}

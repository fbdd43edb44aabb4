package org.spoolbot.api.event;

import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.job.JobStatus;
import java.util.Optional;

/**
 * A job moved. Fired after the change is durable.
 *
 * @param job as it is now
 * @param previous where it stood; empty for a new job
 */
public record JobChangedEvent(JobSnapshot job, Optional<JobStatus> previous) implements Event {}

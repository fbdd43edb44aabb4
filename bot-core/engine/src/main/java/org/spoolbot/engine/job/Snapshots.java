package org.spoolbot.engine.job;

import java.util.Optional;
import org.spoolbot.api.job.JobSnapshot;

/** What plugins and commands see of a row. */
final class Snapshots {
    private Snapshots() {}

    static JobSnapshot of(Job job) {
        Job.State state = job.state();
        return new JobSnapshot(
                job.id(),
                new JobSnapshot.Owner(job.owner().member(), job.owner().name(), job.owner().destination()),
                job.request(),
                new JobSnapshot.State(
                        state.status(), state.version(), state.createdAt(), state.changedAt(), state.failure(), state.blames()),
                Optional.of(new JobSnapshot.Route(job.plan().provider(), job.plan().model())),
                job.receipt(),
                job.work().clip());
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.job.JobStatus;

/** Puts every unfinished job back on its way after a start. Runs before anything is claimed. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int PAGE = 500;

    private final JobBooks books;
    private final JobRunner runner;
    private final JobFaces faces;

    @Inject
    Recovery(JobBooks books, JobRunner runner, JobFaces faces) {
        this.books = books;
        this.runner = runner;
        this.faces = faces;
    }

    void recover() {
        int found = 0;
        List<Job> page = page(Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(this::recover);
            found += page.size();
            page = page(Optional.of(page.getLast()));
        }
        LOG.info("{} unfinished jobs found", found);
    }

    private List<Job> page(Optional<Job> after) {
        EnumSet<JobStatus> unfinished = EnumSet.allOf(JobStatus.class);
        unfinished.removeIf(JobStatus::isFinal);
        return books.inStatus(unfinished, after, PAGE);
    }

    private void recover(Job job) {
        faces.moved(job.id());
        switch (job.status()) {
            case QUEUED -> {} // The runner claims it in its turn.
            case SUBMITTING, RUNNING, FETCHING, DELIVERING -> runner.resume(job.id());
            case SUCCEEDED, FAILED, CANCELLED -> throw new IllegalStateException("job " + job.id() + " is finished");
        }
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.job.JobStatus;

/** Puts every unfinished job, every failure that its member does not know of and every left progress message on its way after a start. Runs before anything is claimed. */
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
        EnumSet<JobStatus> unfinished = EnumSet.allOf(JobStatus.class);
        unfinished.removeIf(JobStatus::isFinal);
        int untold = each(after -> books.untold(after, PAGE), this::recover);
        int found = each(after -> books.inStatus(unfinished, after, PAGE), this::recover);
        each(after -> books.faced(after, PAGE), job -> faces.moved(job.id()));
        LOG.info("{} unfinished jobs found, {} failures to tell", found, untold);
    }

    private static int each(Function<Optional<Job>, List<Job>> pages, Consumer<Job> action) {
        int found = 0;
        List<Job> page = pages.apply(Optional.empty());
        while (!page.isEmpty()) {
            page.forEach(action);
            found += page.size();
            page = pages.apply(Optional.of(page.getLast()));
        }
        return found;
    }

    private void recover(Job job) {
        faces.moved(job.id());
        switch (job.status()) {
            case QUEUED -> {} // The runner claims it in its turn.
            case SUBMITTING, RUNNING, FETCHING, DELIVERING, FAILED -> runner.resume(job);
            case SUCCEEDED, CANCELLED -> throw new IllegalStateException("job " + job.id() + " is finished");
        }
    }
}

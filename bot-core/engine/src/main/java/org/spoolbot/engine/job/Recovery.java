package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.job.JobStatus;

/** Puts every unfinished job back on its way after a start. Runs before anything is claimed. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int PAGE = 500;

    private final JobBooks books;
    private final JobWriter writer;
    private final JobRunner runner;
    private final JobFaces faces;
    private final OperatorBell operator;
    private final Farewell farewell;
    private final ExecutorService executor;

    @Inject
    Recovery(
            JobBooks books,
            JobWriter writer,
            JobRunner runner,
            JobFaces faces,
            OperatorBell operator,
            Farewell farewell,
            ExecutorService executor) {
        this.books = books;
        this.writer = writer;
        this.runner = runner;
        this.faces = faces;
        this.operator = operator;
        this.farewell = farewell;
        this.executor = executor;
    }

    void recover() throws InterruptedException {
        int found = 0;
        List<Job> page = page(Optional.empty());
        while (!page.isEmpty()) {
            for (Job job : page) {
                recover(job);
            }
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

    private void recover(Job job) throws InterruptedException {
        switch (job.status()) {
            case QUEUED -> faces.moved(job.id());
            case SUBMITTING -> unclear(job);
            case RUNNING, FETCHING, DELIVERING -> {
                faces.moved(job.id());
                runner.resume(job);
            }
            case SUCCEEDED, FAILED, CANCELLED -> {}
        }
    }

    /** The paid call may have been made: it is never made again. */
    private void unclear(Job job) throws InterruptedException {
        Job ambiguous = writer.apply(job, new JobSignal.Ambiguous());
        faces.moved(job.id());
        operator.unclear(ambiguous);
        executor.execute(() -> tell(ambiguous));
    }

    /** On a thread of its own, because no platform is connected yet. */
    private void tell(Job ambiguous) {
        try {
            farewell.tell(ambiguous);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.warn("Job {}: its member could not be told", ambiguous.id(), broken);
        }
    }
}

package org.spoolbot.engine.job;

import static org.spoolbot.api.job.JobStatus.DELIVERING;
import static org.spoolbot.api.job.JobStatus.FAILED;
import static org.spoolbot.api.job.JobStatus.FETCHING;
import static org.spoolbot.api.job.JobStatus.QUEUED;
import static org.spoolbot.api.job.JobStatus.RUNNING;
import static org.spoolbot.api.job.JobStatus.SUBMITTING;

import jakarta.inject.Inject;

/**
 * The life of one job, on one virtual thread. Every step begins with its row and ends with the next row, so that a life that a crash cut
 * off goes on where it stood; a step that finds the job moved by somebody else hands on what it found.
 */
final class JobLife {
    private final Submission submission;
    private final Watch watch;
    private final Fetching fetching;
    private final Delivery delivery;
    private final Farewell farewell;
    private final LiveNotes notes;
    private final OrderSheet sheet;

    @Inject
    JobLife(
            Submission submission,
            Watch watch,
            Fetching fetching,
            Delivery delivery,
            Farewell farewell,
            LiveNotes notes,
            OrderSheet sheet) {
        this.submission = submission;
        this.watch = watch;
        this.fetching = fetching;
        this.delivery = delivery;
        this.farewell = farewell;
        this.notes = notes;
        this.sheet = sheet;
    }

    /**
     * Lives it to its end, or until it is back in the queue.
     *
     * @param gatewayDone called once, when the gateway has no more work with it
     */
    void live(Job claimed, Runnable gatewayDone) throws InterruptedException {
        try {
            deliver(make(claimed, gatewayDone));
        } finally {
            notes.forget(claimed.id());
        }
    }

    private Job make(Job claimed, Runnable gatewayDone) throws InterruptedException {
        try {
            Job job = claimed;
            if (job.status() == SUBMITTING) {
                job = submission.submit(job);
            }
            if (job.status() == RUNNING) {
                job = watch.untilMade(job);
            }
            if (job.status() == FETCHING) {
                job = fetching.fetch(job);
            }
            if (job.status() != QUEUED) {
                sheet.close(job);
            }
            return job;
        } finally {
            gatewayDone.run();
        }
    }

    private void deliver(Job made) throws InterruptedException {
        Job job = made;
        if (job.status() == DELIVERING) {
            job = delivery.deliver(job);
        }
        if (job.status() == FAILED) {
            farewell.tell(job);
        }
    }
}

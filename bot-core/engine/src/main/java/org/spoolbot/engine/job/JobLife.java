package org.spoolbot.engine.job;

import static org.spoolbot.api.job.JobStatus.DELIVERING;
import static org.spoolbot.api.job.JobStatus.FAILED;
import static org.spoolbot.api.job.JobStatus.FETCHING;
import static org.spoolbot.api.job.JobStatus.QUEUED;
import static org.spoolbot.api.job.JobStatus.RUNNING;
import static org.spoolbot.api.job.JobStatus.SUBMITTING;

import jakarta.inject.Inject;
import org.spoolbot.api.job.JobId;

/**
 * The life of one job, on one virtual thread. Every step begins with its row and ends with the next row, so that a life that a crash cut
 * off goes on where it stood; a step that finds the job moved by somebody else hands on what it found.
 */
final class JobLife {
    private final Submission submission;
    private final Watch watch;
    private final Carriers carriers;
    private final Farewell farewell;
    private final OrderSheet sheet;
    private final LiveNotes notes;
    private final JobWriter writer;

    @Inject
    JobLife(
            Submission submission,
            Watch watch,
            Carriers carriers,
            Farewell farewell,
            OrderSheet sheet,
            Memory memory) {
        this.submission = submission;
        this.watch = watch;
        this.carriers = carriers;
        this.farewell = farewell;
        this.sheet = sheet;
        this.notes = memory.notes();
        this.writer = memory.writer();
    }

    /**
     * Lives a claimed job to its end, or until it is back in the queue.
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

    /**
     * Goes on with a job whose life was cut off, by a crash or by a fault of ours. Cut off in the paid step it is not paid again: nobody
     * knows whether the gateway has it.
     */
    void resume(JobId id, Runnable gatewayDone) throws InterruptedException {
        Job found = writer.find(id);
        live(found.status() == SUBMITTING ? submission.neverAgain(found) : found, gatewayDone);
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
                job = carriers.fetching().fetch(job);
                carriers.frames().keepBeside(job, notes.of(job.id()).clip());
            }
            if (job.status() != QUEUED) {
                sheet.close(job.id());
            }
            return job;
        } finally {
            gatewayDone.run();
        }
    }

    private void deliver(Job made) throws InterruptedException {
        Job job = made;
        if (job.status() == DELIVERING) {
            job = carriers.delivery().deliver(job);
        }
        if (job.status() == FAILED) {
            farewell.tell(job);
        }
    }

    /** What brings a made clip home. */
    record Carriers(Fetching fetching, LastFrames frames, Delivery delivery) {
        @Inject
        Carriers {}
    }

    /** What is durable of a job, and what is not. */
    record Memory(JobWriter writer, LiveNotes notes) {
        @Inject
        Memory {}
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.engine.lifecycle.Startable;

/** Everything that moves jobs. Starts after the plugins are enabled, with the jobs that were found; stops before they are disabled. */
public final class JobEngine implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);
    private static final Duration PAID_CALLS_END_WITHIN = Duration.ofSeconds(4);

    private final Recovery recovery;
    private final JobRunner runner;
    private final Submission submission;
    private final PollDesk desk;
    private final JobFaces faces;
    private final Sweeps sweeps;
    private final Ears ears;

    @Inject
    JobEngine(
            Recovery recovery,
            JobRunner runner,
            Submission submission,
            PollDesk desk,
            JobFaces faces,
            Sweeps sweeps,
            Ears ears) {
        this.recovery = recovery;
        this.runner = runner;
        this.submission = submission;
        this.desk = desk;
        this.faces = faces;
        this.sweeps = sweeps;
        this.ears = ears;
    }

    @Override
    public void start() {
        ears.start();
        faces.start();
        desk.start();
        recovery.recover();
        runner.start();
        sweeps.start();
    }

    @Override
    public void stop() {
        sweeps.stop();
        runner.stopClaiming();
        try {
            if (!submission.close(PAID_CALLS_END_WITHIN)) {
                LOG.warn("A paid call is still under way; its job will be unclear at the next start");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        runner.stop();
        desk.stop();
        faces.stop();
        ears.stop();
    }

    /** Who listens to what happens elsewhere. */
    record Ears(LettingGo lettingGo, HeldWork held) implements Startable {
        @Inject
        Ears {}

        @Override
        public void start() {
            lettingGo.start();
            held.start();
        }

        @Override
        public void stop() {
            held.stop();
            lettingGo.stop();
        }
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.time.Waiting;

/** Tells the member how a job ended that brought no clip. The row says whether that was done, so that a restart does it once more or never. */
final class Farewell {
    /** About three days of tries, as long as a clip would be tried. */
    static final int MOST_TRIES = 430;
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Parking parking;
    private final JobWords words;
    private final JobWriter writer;
    private final Waiting waiting;
    private final InstantSource clock;

    @Inject
    Farewell(Parking parking, JobWords words, JobWriter writer, Waiting waiting, InstantSource clock) {
        this.parking = parking;
        this.words = words;
        this.writer = writer;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Tells a failure where the clip was asked for, with its receipt and what to press; tried again while the platform surely did not take it. */
    void tell(Job failed) throws InterruptedException {
        if (failed.work().delivery() != Job.Delivery.PENDING) {
            return;
        }
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            SendResult result = send(failed);
            Optional<JobSignal.Told> told = told(result);
            if (told.isPresent()) {
                writer.note(failed, told.get());
                return;
            }
            Duration pause = Backoff.after(tries, FIRST_PAUSE, LONGEST_PAUSE);
            Duration wanted = result instanceof SendResult.SlowDown(Duration asked) ? asked : Duration.ZERO;
            waiting.until(clock.instant().plus(wanted.compareTo(pause) > 0 ? wanted : pause));
        }
        LOG.warn("Job {}: its member could not be told how it ended", failed.id());
        writer.note(failed, new JobSignal.Told(Job.Delivery.IMPOSSIBLE, Optional.empty()));
    }

    private SendResult send(Job failed) throws InterruptedException {
        ChatPlatform platform = parking.platform(failed);
        Message message = words.failure(failed);
        try {
            return platform.send(failed.owner().destination(), message);
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Platform {} broke while it told of job {}", platform.id(), failed.id(), broken);
            return new SendResult.UnknownOutcome("the platform broke");
        }
    }

    /** What is to be written; empty if it is to be tried again. */
    private static Optional<JobSignal.Told> told(SendResult result) {
        return switch (result) {
            case SendResult.Sent(MessageRef message) -> Optional.of(new JobSignal.Told(Job.Delivery.DONE, Optional.of(message)));
            case SendResult.UnknownOutcome unknown -> Optional.of(new JobSignal.Told(Job.Delivery.UNKNOWN, Optional.empty()));
            case SendResult.Gone gone -> impossible();
            case SendResult.Forbidden forbidden -> impossible();
            case SendResult.TooLarge large -> impossible();
            case SendResult.SlowDown slowDown -> Optional.empty();
            case SendResult.Unreachable unreachable -> Optional.empty();
        };
    }

    private static Optional<JobSignal.Told> impossible() {
        return Optional.of(new JobSignal.Told(Job.Delivery.IMPOSSIBLE, Optional.empty()));
    }
}

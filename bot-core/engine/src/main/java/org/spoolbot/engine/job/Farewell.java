package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.time.Waiting;

/** Tells the member how a job ended that brought no clip. */
final class Farewell {
    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);
    private static final int MOST_TRIES = 12;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Parking parking;
    private final JobWords words;
    private final Waiting waiting;
    private final InstantSource clock;

    @Inject
    Farewell(Parking parking, JobWords words, Waiting waiting, InstantSource clock) {
        this.parking = parking;
        this.words = words;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Tells a failure, with its receipt and what to press. */
    void tell(Job failed) throws InterruptedException {
        tell(failed, words.failure(failed));
    }

    /** Tells something about the job where it was asked for; tried again while the platform surely did not take it. */
    void tell(Job job, Message message) throws InterruptedException {
        ChatPlatform platform = parking.platform(job);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Duration pause = Backoff.after(tries, FIRST_PAUSE, LONGEST_PAUSE);
            switch (platform.send(job.owner().destination(), message)) {
                case SendResult.Unreachable unreachable -> waiting.until(clock.instant().plus(pause));
                case SendResult.SlowDown(Duration wanted) ->
                    waiting.until(clock.instant().plus(wanted.compareTo(pause) > 0 ? wanted : pause));
                case SendResult.Sent sent -> {
                    return;
                }
                case SendResult.Gone gone -> {
                    return;
                }
                case SendResult.Forbidden forbidden -> {
                    return;
                }
                case SendResult.TooLarge large -> {
                    return;
                }
                case SendResult.UnknownOutcome unknown -> {
                    return;
                }
            }
        }
        LOG.warn("Job {}: its member could not be told how it ended", job.id());
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.media.MediaCabinet;

/** Brings a stored clip into the chat. What surely was not sent is sent again; what may have been sent is not. */
final class Delivery {
    /** About three days of tries; then the clip waits for {@code /show}. */
    static final int MOST_ATTEMPTS = 430;
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int UPLOADS_AT_ONCE = 16;

    private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE, true);
    private final MediaCabinet cabinet;
    private final Parking parking;
    private final Parcels parcels;
    private final JobWords words;
    private final JobWriter writer;
    private final JobMetrics metrics;
    private final Fetching.Rhythm rhythm;

    @Inject
    Delivery(
            MediaCabinet cabinet,
            Parking parking,
            Parcels parcels,
            JobWords words,
            JobWriter writer,
            JobMetrics metrics,
            Fetching.Rhythm rhythm) {
        this.cabinet = cabinet;
        this.parking = parking;
        this.parcels = parcels;
        this.words = words;
        this.writer = writer;
        this.metrics = metrics;
        this.rhythm = rhythm;
    }

    Job deliver(Job job) throws InterruptedException {
        Job current = job;
        while (current.status() == JobStatus.DELIVERING) {
            rhythm.waiting().until(current.state().notBefore());
            current = tryOnce(current);
        }
        return current;
    }

    private Job tryOnce(Job job) throws InterruptedException {
        ChatPlatform platform = parking.platform(job);
        Optional<MediaFile> clip = job.work().clip().flatMap(cabinet::find);
        if (clip.isEmpty()) {
            LOG.error("Job {}: its clip is no longer stored", job.id());
            return end(job, Job.Delivery.IMPOSSIBLE, Optional.empty());
        }
        uploads.acquire();
        SendResult result;
        try {
            result = send(new Parcels.Place(platform, job.owner().destination(), false), job, clip.get());
        } catch (RuntimeException | LinkageError broken) {
            LOG.error("Platform {} broke while sending job {}", platform.id(), job.id(), broken);
            result = new SendResult.UnknownOutcome("the platform broke");
        } finally {
            uploads.release();
        }
        return settle(job, platform, result);
    }

    /** Sends the clip to a place, smaller if the place does not take it. */
    SendResult send(Parcels.Place place, Job job, MediaFile clip) {
        ChatPlatform platform = place.platform();
        Destination destination = place.destination();
        long limit = platform.limits(destination).maxAttachmentBytes();
        SendResult first = platform.send(destination, parcels.pack(job, clip, limit, place));
        if (!(first instanceof SendResult.TooLarge(long told))) {
            return first;
        }
        long believed = Math.min(told, clip.info().bytes() - 1);
        SendResult second = platform.send(destination, parcels.pack(job, clip, believed, place));
        return second instanceof SendResult.TooLarge ? platform.send(destination, parcels.pack(job, clip, 0, place)) : second;
    }

    private Job settle(Job job, ChatPlatform platform, SendResult result) throws InterruptedException {
        return switch (result) {
            case SendResult.Sent(MessageRef message) -> {
                metrics.delivered(job);
                yield end(job, Job.Delivery.DONE, Optional.of(message));
            }
            case SendResult.Gone(String reason) -> impossible(job, reason);
            case SendResult.Forbidden(String reason) -> impossible(job, reason);
            case SendResult.TooLarge large -> impossible(job, "not even a message without a file fits");
            case SendResult.SlowDown(Duration wanted) -> again(job, wanted);
            case SendResult.Unreachable unreachable -> again(job, Duration.ZERO);
            case SendResult.UnknownOutcome(String reason) -> unknown(job, platform, reason);
        };
    }

    private Job impossible(Job job, String reason) throws InterruptedException {
        LOG.warn("Job {} cannot be delivered: {}", job.id(), reason);
        return end(job, Job.Delivery.IMPOSSIBLE, Optional.empty());
    }

    private Job again(Job job, Duration wanted) throws InterruptedException {
        if (job.state().attempt() >= MOST_ATTEMPTS) {
            return impossible(job, "not reached for days");
        }
        Duration pause = Backoff.after(job.state().attempt(), FIRST_PAUSE, LONGEST_PAUSE);
        Instant next = rhythm.clock().instant().plus(wanted.compareTo(pause) > 0 ? wanted : pause);
        return writer.apply(job, new JobSignal.Again(next));
    }

    private Job unknown(Job job, ChatPlatform platform, String reason) throws InterruptedException {
        LOG.warn("Job {}: nobody knows whether the clip was sent: {}", job.id(), reason);
        Job ended = end(job, Job.Delivery.UNKNOWN, Optional.empty());
        Message question = Message.of(words.say(job, Phrase.of("job.delivery-unknown", words.receipt(ended))))
                .withControls(List.of(words.button(job, "resend")))
                .in(JobWords.toOwner(job, "-u"));
        platform.send(job.owner().destination(), question);
        return ended;
    }

    private Job end(Job job, Job.Delivery how, Optional<MessageRef> message) throws InterruptedException {
        return writer.apply(job, new JobSignal.Delivered(how, message));
    }
}

package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.platform.PlatformDirectory;

/** Paints one progress message: sent once, edited when it changed, removed when the job's end stands in the chat. */
final class FacePainter {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final Duration PLATFORM_AWAY = Duration.ofSeconds(15);

    private final JobBooks books;
    private final PlatformDirectory platforms;
    private final ProgressReader progress;
    private final JobWords words;
    private final JobWriter writer;
    private final InstantSource clock;

    @Inject
    FacePainter(
            JobBooks books,
            PlatformDirectory platforms,
            ProgressReader progress,
            JobWords words,
            JobWriter writer,
            InstantSource clock) {
        this.books = books;
        this.platforms = platforms;
        this.progress = progress;
        this.words = words;
        this.writer = writer;
        this.clock = clock;
    }

    /** Paints it; says whether there will be more to paint. */
    boolean paint(JobFace face) throws InterruptedException {
        face.lookAt(clock.instant().plus(LOOK_AGAIN));
        Optional<Job> found = books.find(face.job());
        if (found.isEmpty()) {
            return false;
        }
        Job job = found.get();
        Optional<ChatPlatform> platform = platforms.find(job.owner().destination().platform());
        if (platform.isEmpty()) {
            face.lookAt(clock.instant().plus(PLATFORM_AWAY));
            return !job.status().isFinal();
        }
        Job answered = answered(face, job, platform.get());
        boolean more = answered.status().isFinal() ? end(face, answered, platform.get()) : show(face, answered, platform.get());
        return more || face.answer().isPresent();
    }

    /** Makes the message that answered the order the job's own; it goes if the job has one already, or is over. */
    private Job answered(JobFace face, Job job, ChatPlatform platform) throws InterruptedException {
        Optional<JobFace.Answer> answer = face.answer();
        if (answer.isEmpty()) {
            return job;
        }
        return switch (fate(job, answer.get().message(), platform)) {
            case STAYS -> {
                face.settled(answer.get());
                yield job;
            }
            case GOES -> {
                takeAway(face, answer.get(), platform);
                yield job;
            }
            case SHOWS_PROGRESS -> taken(face, job, platform, answer.get());
        };
    }

    private void takeAway(JobFace face, JobFace.Answer answer, ChatPlatform platform) {
        Optional<Duration> pause = pause(platform.delete(answer.message()));
        pause.ifPresentOrElse(wait -> face.restUntil(clock.instant().plus(wait)), () -> face.settled(answer));
    }

    private static Fate fate(Job job, MessageRef message, ChatPlatform platform) {
        Destination place = job.owner().destination();
        boolean there = message.channel().equals(place.channel());
        if (platform.isWhispered(message) || job.work().progress().equals(Optional.of(message)) || !there && !place.isPrivate()) {
            return Fate.STAYS;
        }
        return there && job.work().progress().isEmpty() ? Fate.SHOWS_PROGRESS : Fate.GOES;
    }

    private Job taken(JobFace face, Job job, ChatPlatform platform, JobFace.Answer answer) throws InterruptedException {
        Optional<Job> noted = writer.note(job, new JobSignal.ProgressShown(answer.message()));
        if (noted.isEmpty()) {
            takeAway(face, answer, platform);
            return writer.find(job.id());
        }
        face.settled(answer);
        face.remarks(answer.remarks());
        return noted.get();
    }

    /** What becomes of the message that answered an order. */
    private enum Fate {
        STAYS,
        SHOWS_PROGRESS,
        GOES
    }

    private boolean show(JobFace face, Job job, ChatPlatform platform) throws InterruptedException {
        Progress now = progress.read(job, words.language(job));
        if (face.shown().equals(Optional.of(now))) {
            return true;
        }
        Message message = message(job, now, face.remarks());
        Optional<MessageRef> standing = job.work().progress();
        SendResult result = standing
                .map(ref -> platform.edit(ref, message))
                .orElseGet(() -> platform.send(job.owner().destination(), message));
        return after(face, job, platform, result, now);
    }

    private boolean after(JobFace face, Job job, ChatPlatform platform, SendResult result, Progress now)
            throws InterruptedException {
        rest(face, platform.limits(job.owner().destination()).minEditInterval());
        return switch (result) {
            case SendResult.Sent(MessageRef message) -> {
                face.shows(now);
                yield job.work().progress().isPresent() || isKept(job, platform, message);
            }
            case SendResult.SlowDown(Duration wanted) -> {
                face.restUntil(clock.instant().plus(wanted));
                yield true;
            }
            case SendResult.Unreachable unreachable -> {
                face.restUntil(clock.instant().plus(PLATFORM_AWAY));
                yield true;
            }
            case SendResult.Gone gone -> false;
            case SendResult.Forbidden forbidden -> false;
            case SendResult.TooLarge large -> false;
            case SendResult.UnknownOutcome unknown -> false;
        };
    }

    /** Notes the new message; if the job ended while it was sent, nobody would ever take it away again. */
    private boolean isKept(Job job, ChatPlatform platform, MessageRef message) throws InterruptedException {
        boolean kept = writer.note(job, new JobSignal.ProgressShown(message)).isPresent();
        if (!kept) {
            platform.delete(message);
        }
        return kept;
    }

    private boolean end(JobFace face, Job job, ChatPlatform platform) throws InterruptedException {
        Optional<MessageRef> standing = job.work().progress();
        if (standing.isEmpty()) {
            return false;
        }
        SendResult result = job.status() == JobStatus.CANCELLED
                ? platform.edit(standing.get(), Message.of(words.say(job, Phrase.of("job.cancelled", words.receipt(job)))))
                : platform.delete(standing.get());
        Optional<Duration> pause = pause(result);
        if (pause.isPresent()) {
            face.restUntil(clock.instant().plus(pause.get()));
            return true;
        }
        writer.note(job, new JobSignal.ProgressGone());
        return false;
    }

    /** After what time it is worth another try; empty if there is nothing more to do. */
    private static Optional<Duration> pause(SendResult result) {
        return switch (result) {
            case SendResult.SlowDown(Duration wanted) -> Optional.of(wanted);
            case SendResult.Unreachable unreachable -> Optional.of(PLATFORM_AWAY);
            case SendResult.Sent sent -> Optional.empty();
            case SendResult.Gone gone -> Optional.empty();
            case SendResult.Forbidden forbidden -> Optional.empty();
            case SendResult.TooLarge large -> Optional.empty();
            case SendResult.UnknownOutcome unknown -> Optional.empty();
        };
    }

    private void rest(JobFace face, long minEditInterval) {
        Instant now = clock.instant();
        face.restUntil(now.plusMillis(minEditInterval));
    }

    private Message message(Job job, Progress now, String remarks) {
        String title = words.say(job, Phrase.of("job.progress.title", job.id().value()));
        boolean withdrawable = job.status() == JobStatus.QUEUED || job.status() == JobStatus.RUNNING;
        return Message.of(remarks.isEmpty() ? title : title + "\n" + remarks)
                .with(now)
                .withControls(withdrawable ? List.of(words.button(job, "cancel")) : List.of())
                .in(new Message.Envelope(Message.Audience.CHANNEL, Optional.empty(), Optional.of(job.id().value() + "-p"), false));
    }
}

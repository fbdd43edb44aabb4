package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobService.Outcome;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.http.SignedLinks;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.platform.PlatformDirectory;

/**
 * Takes a finished clip out of the world: its links, its message, its files. What it cost stays in the books. The row is changed last, so
 * that whoever was cut off presses again and finishes.
 */
final class ClipRemoval {
    private static final Logger LOG = LoggerFactory.getLogger(ClipRemoval.class);

    private final SignedLinks links;
    private final PlatformDirectory platforms;
    private final JobBooks books;
    private final MediaCabinet cabinet;
    private final JobWords words;
    private final JobWriter writer;

    @Inject
    ClipRemoval(
            SignedLinks links,
            PlatformDirectory platforms,
            JobBooks books,
            MediaCabinet cabinet,
            JobWords words,
            JobWriter writer) {
        this.links = links;
        this.platforms = platforms;
        this.books = books;
        this.cabinet = cabinet;
        this.words = words;
        this.writer = writer;
    }

    /** Whether somebody had the clip deleted: a finished job forgets its clip in no other way. */
    static boolean isDeleted(Job job) {
        return job.status() == JobStatus.SUCCEEDED && job.work().clip().isEmpty();
    }

    /** Why there is nothing to delete; empty if there is. */
    static Optional<Phrase> hindrance(Job job) {
        return switch (job.status()) {
            case QUEUED, SUBMITTING, RUNNING, FETCHING, DELIVERING -> Optional.of(Phrase.of("job.delete.not-yet"));
            case FAILED, CANCELLED -> Optional.of(Phrase.of("job.delete.no-clip"));
            case SUCCEEDED -> isDeleted(job) ? Optional.of(Phrase.of("job.clip-deleted")) : Optional.empty();
        };
    }

    Outcome remove(Job job) throws InterruptedException {
        links.revoke(job.id().value());
        boolean outOfSight = job.work().delivered().map(message -> takeAway(job, message)).orElse(true);
        Stream.of(job.work().clip(), job.work().lastFrame()).flatMap(Optional::stream).forEach(file -> discard(job, file));
        writer.applyNow(job, new JobSignal.ClipDeleted());
        LOG.info("Job {}: its clip was deleted", job.id());
        return new Outcome(true, Phrase.of(outOfSight ? "job.delete.done" : "job.delete.message-stays"));
    }

    /** Two jobs may have been given the very same clip. */
    private void discard(Job job, String file) {
        if (!books.isUsedByOthers(file, job.id())) {
            cabinet.remove(file);
        }
    }

    /** Removes the message, or what it shows; says whether the clip is out of sight. */
    private boolean takeAway(Job job, MessageRef message) {
        Optional<ChatPlatform> platform = platforms.find(message.platform());
        if (platform.isEmpty()) {
            return false;
        }
        SendResult removed = platform.get().delete(message);
        if (isAway(removed)) {
            return true;
        }
        LOG.info("Job {}: its message could not be removed: {}", job.id(), removed.getClass().getSimpleName());
        return isAway(platform.get().edit(message, Message.of(words.say(job, Phrase.of("job.clip-deleted")))));
    }

    private static boolean isAway(SendResult result) {
        return result.isSent() || result instanceof SendResult.Gone;
    }
}

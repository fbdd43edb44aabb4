package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobService.LastFrame;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.engine.media.MediaCabinet;

/**
 * The pictures that clips end with, for clips that go on from there: the gateway's own, brought here beside the clip, else one cut out of
 * the clip. Nobody waits for the gateway's, and no clip fails for want of it.
 */
final class LastFrames {
    static final long MOST_BYTES = 40L << 20;
    private static final Logger LOG = LoggerFactory.getLogger(LastFrames.class);
    private static final int DOWNLOADS_AT_ONCE = 8;

    private final Semaphore downloads = new Semaphore(DOWNLOADS_AT_ONCE);
    private final MediaCabinet cabinet;
    private final Parking parking;
    private final JobBooks books;
    private final JobWriter writer;
    private final ExecutorService executor;

    @Inject
    LastFrames(MediaCabinet cabinet, Parking parking, JobBooks books, JobWriter writer, ExecutorService executor) {
        this.cabinet = cabinet;
        this.parking = parking;
        this.books = books;
        this.writer = writer;
        this.executor = executor;
    }

    /** Brings the gateway's last frame here while the clip goes its way; so many at once, further ones are cut when they are asked for. */
    void keepBeside(Job job, Optional<GeneratedClip> made) {
        Optional<URI> address = made.flatMap(GeneratedClip::lastFrame);
        if (job.status() != JobStatus.DELIVERING || address.isEmpty() || !downloads.tryAcquire()) {
            return;
        }
        try {
            executor.execute(() -> keep(job, address.get()));
        } catch (RejectedExecutionException stopping) {
            downloads.release();
        }
    }

    private void keep(Job job, URI address) {
        try {
            String frame = bring(job, address);
            if (writer.note(job, new JobSignal.FrameKept(frame)).isEmpty() && !books.isUsedByOthers(frame, job.id())) {
                cabinet.remove(frame);
            }
        } catch (ProviderException failure) {
            LOG.info("Job {}: its last frame could not be fetched: {} {}", job.id(), failure.kind(), failure.getMessage());
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.warn("Job {}: its last frame could not be stored", job.id(), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            downloads.release();
        }
    }

    private String bring(Job job, URI address) throws ProviderException, IOException, InterruptedException {
        Path file = cabinet.newWorkFile(".png");
        try {
            parking.provider(job).download(address, file, MOST_BYTES);
            return cabinet.keepFrame(file).info().sha256();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The picture that a finished clip ends with, as a file of the request that goes on from it. */
    LastFrame find(Job job) {
        if (job.status() != JobStatus.SUCCEEDED) {
            return missing(job.status().isFinal() ? "job.frame.no-clip" : "job.frame.not-yet");
        }
        if (ClipRemoval.isDeleted(job)) {
            return missing("job.clip-deleted");
        }
        Optional<MediaFile> clip = job.work().clip().flatMap(cabinet::find);
        Optional<MediaFile> frame = job.work()
                .lastFrame()
                .flatMap(cabinet::find)
                .or(() -> clip.flatMap(cabinet::cutLastFrame));
        if (frame.isEmpty()) {
            return missing(clip.isEmpty() ? "job.resend.no-clip" : "job.frame.cannot-cut");
        }
        try {
            return new LastFrame.Found(cabinet.lend(frame.get()));
        } catch (IOException fault) {
            LOG.error("Job {}: its last frame could not be copied", job.id(), fault);
            return missing("error.storage");
        }
    }

    private static LastFrame missing(String key) {
        return new LastFrame.Missing(Phrase.of(key));
    }
}

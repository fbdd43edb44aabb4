package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.engine.time.Waiting;

/** Brings a made clip here. It is paid for: it is tried again for hours, and its address asked for anew, before it is given up. */
final class Fetching {
    static final int MOST_ATTEMPTS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int DOWNLOADS_AT_ONCE = 16;

    private final Semaphore downloads = new Semaphore(DOWNLOADS_AT_ONCE, true);
    private final MediaCabinet cabinet;
    private final Parking parking;
    private final PollDesk desk;
    private final LiveNotes notes;
    private final JobWriter writer;
    private final OperatorBell operator;
    private final Rhythm rhythm;

    @Inject
    Fetching(
            MediaCabinet cabinet,
            Parking parking,
            PollDesk desk,
            LiveNotes notes,
            JobWriter writer,
            OperatorBell operator,
            Rhythm rhythm) {
        this.cabinet = cabinet;
        this.parking = parking;
        this.desk = desk;
        this.notes = notes;
        this.writer = writer;
        this.operator = operator;
        this.rhythm = rhythm;
    }

    Job fetch(Job job) throws InterruptedException {
        Job current = job;
        while (current.status() == JobStatus.FETCHING) {
            rhythm.waiting().until(current.state().notBefore());
            current = tryOnce(current);
        }
        return current;
    }

    private Job tryOnce(Job job) throws InterruptedException {
        if (!cabinet.hasRoom()) {
            operator.diskFull();
            return again(job, ErrorKind.STORAGE);
        }
        TaskState where = address(job);
        return switch (where) {
            case TaskState.Ready(var clip) -> download(job, clip);
            case TaskState.Failed(var kind, var _, var _) -> lost(job, kind);
            case TaskState.Waiting waiting -> again(job, ErrorKind.PROTOCOL);
            case TaskState.Running running -> again(job, ErrorKind.PROTOCOL);
            case TaskState.Finalizing finalizing -> again(job, ErrorKind.PROTOCOL);
            case TaskState.Missing missing -> again(job, ErrorKind.NOT_FOUND);
        };
    }

    /** The address we were given, or after a restart the one the gateway gives now. */
    private TaskState address(Job job) throws InterruptedException {
        Optional<GeneratedClip> known = notes.of(job.id()).clip();
        if (known.isPresent()) {
            return new TaskState.Ready(known.get());
        }
        return desk.await(job).orElseGet(TaskState.Missing::new);
    }

    private Job download(Job job, GeneratedClip clip) throws InterruptedException {
        Optional<String> stored = Optional.empty();
        ErrorKind fault = ErrorKind.STORAGE;
        downloads.acquire();
        try {
            stored = Optional.of(bring(job, clip));
        } catch (ProviderException failure) {
            LOG.warn("Job {}: the clip could not be fetched: {} {}", job.id(), failure.kind(), failure.getMessage());
            fault = failure.kind();
        } catch (IOException | RuntimeException | LinkageError failure) {
            LOG.error("Job {}: the clip could not be stored", job.id(), failure);
        } finally {
            downloads.release();
        }
        if (stored.isPresent()) {
            return writer.apply(job, new JobSignal.Fetched(stored.get()));
        }
        notes.dropClip(job.id());
        return again(job, fault);
    }

    private String bring(Job job, GeneratedClip clip) throws ProviderException, IOException, InterruptedException {
        Path file = cabinet.newWorkFile(".mp4");
        try {
            parking.provider(job).download(clip.address(), file, rhythm.settings().media().maxClipBytes());
            return cabinet.keepClip(file).info().sha256();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Job again(Job job, ErrorKind fault) throws InterruptedException {
        if (job.state().attempt() >= MOST_ATTEMPTS) {
            return lost(job, fault);
        }
        Duration pause = Backoff.after(job.state().attempt(), FIRST_PAUSE, LONGEST_PAUSE);
        return writer.apply(job, new JobSignal.Again(rhythm.clock().instant().plus(pause)));
    }

    private Job lost(Job job, ErrorKind kind) throws InterruptedException {
        operator.clipLost(job);
        return writer.apply(job, new JobSignal.Failed(kind));
    }

    /** When things are done again, and within which bounds. */
    record Rhythm(Waiting waiting, InstantSource clock, ServerSettings settings) {
        @Inject
        Rhythm {}
    }
}

package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.time.Waiting;

/** Readies the store's folders at the start and sweeps them every hour. */
public final class MediaKeeper implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaKeeper.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Shelf shelf;
    private final Retention retention;
    private final DailyIntake intake;
    private final Ffmpeg ffmpeg;
    private final Rhythm rhythm;
    private @Nullable Future<?> worker;

    @Inject
    MediaKeeper(Shelf shelf, Retention retention, DailyIntake intake, Ffmpeg ffmpeg, Rhythm rhythm) {
        this.shelf = shelf;
        this.retention = retention;
        this.intake = intake;
        this.ffmpeg = ffmpeg;
        this.rhythm = rhythm;
    }

    @Override
    public void start() {
        try {
            shelf.prepare();
        } catch (IOException fault) {
            throw new UncheckedIOException("the folder data/media of this server's home cannot be written", fault);
        }
        if (!ffmpeg.isInstalled()) {
            LOG.warn("ffmpeg is not on the PATH. Without it voice messages and other OGG, M4A and FLAC sounds cannot go into clips,"
                    + " and clips get no still picture and are not made smaller for chats that take little");
        }
        worker = rhythm.executor().submit(this::work);
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.cancel(true);
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                sweep();
                rhythm.waiting().until(rhythm.clock().instant().plus(EVERY));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        try {
            int removed = retention.sweep();
            if (removed > 0) {
                LOG.info("{} files were kept long enough and are removed", removed);
            }
            intake.forgetOldDays();
        } catch (IOException | RuntimeException broken) {
            LOG.warn("Stored files could not be swept; it is tried again in an hour", broken);
        }
    }

    /** Who works, and when. */
    record Rhythm(ExecutorService executor, Waiting waiting, InstantSource clock) {
        @Inject
        Rhythm {}
    }
}

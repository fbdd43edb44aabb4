package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.time.Alarm;
import org.spoolbot.engine.time.Bell;
import java.util.concurrent.Future;

/** Keeps the progress message of every unfinished job up to date: looks now and then, at once when a job moved. */
final class JobFaces implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(JobFaces.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    /** Whoever ordered says so first, and that message shows the progress. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
    private static final int EDITS_AT_ONCE = 16;

    private final Map<JobId, JobFace> faces = new ConcurrentHashMap<>();
    private final Semaphore edits = new Semaphore(EDITS_AT_ONCE);
    private final Bell bell = new Bell();
    private final FacePainter painter;
    private final EventBus events;
    private final ExecutorService executor;
    private final Alarm alarm;
    private final InstantSource clock;
    private volatile boolean open;
    private @Nullable Registration listening;
    private @Nullable Future<?> worker;

    @Inject
    JobFaces(FacePainter painter, EventBus events, ExecutorService executor, Alarm alarm, InstantSource clock) {
        this.painter = painter;
        this.events = events;
        this.executor = executor;
        this.alarm = alarm;
        this.clock = clock;
    }

    @Override
    public void start() {
        open = true;
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, this::heard);
        worker = executor.submit(this::work);
    }

    @Override
    public void stop() {
        open = false;
        if (listening != null) {
            listening.close();
        }
        if (worker != null) {
            worker.cancel(true);
        }
    }

    private void heard(JobChangedEvent change) {
        if (change.previous().isEmpty()) {
            ordered(change.job().id());
            return;
        }
        moved(change.job().id());
    }

    /** The job is new. */
    void ordered(JobId id) {
        faces.computeIfAbsent(id, JobFace::new).restUntil(clock.instant().plus(ANSWERED_WITHIN));
        moved(id);
    }

    /** The order of the job was answered by that message. */
    void answered(JobId id, JobFace.Answer answer) {
        faces.computeIfAbsent(id, JobFace::new).answeredBy(answer);
        bell.ring();
    }

    /** The job moved, or was found after a restart. */
    void moved(JobId id) {
        faces.computeIfAbsent(id, JobFace::new).hurry();
        bell.ring();
    }

    private void work() {
        try {
            while (open) {
                paintDue();
                alarm.until(faces.isEmpty() ? Instant.MAX : clock.instant().plus(LOOK_EVERY), bell);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Paints every face that is due; returns when all are on their way. */
    void paintDue() throws InterruptedException {
        Instant now = clock.instant();
        for (JobFace face : faces.values()) {
            if (!face.isDue(now) || !face.begin()) {
                continue;
            }
            edits.acquire();
            executor.execute(() -> paint(face));
        }
    }

    private void paint(JobFace face) {
        try {
            if (!painter.paint(face)) {
                faces.remove(face.job(), face);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("The progress message of job {} is given up", face.job(), broken);
            faces.remove(face.job(), face);
        } finally {
            face.end();
            edits.release();
        }
    }
}

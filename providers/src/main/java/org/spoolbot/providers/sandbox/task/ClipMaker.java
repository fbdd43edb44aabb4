package org.spoolbot.providers.sandbox.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.spoolbot.providers.sandbox.render.ClipPlan;
import org.spoolbot.providers.sandbox.render.ClipRenderer;

/** Makes the clips one after another, keeps them on disk, and drops the oldest when they take too much room. */
public final class ClipMaker {

    private static final int CANNED_SECONDS = 1;

    private record Look(ClipPlan.FrameSize frame, boolean audio, boolean lastFrame) {}

    private final ClipRenderer renderer;
    private final ExecutorService queue;
    private final InstantSource clock;
    private final Path folder;
    private final Limits limits;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Look, Clip> canned = new ConcurrentHashMap<>();
    private final Deque<Path> files = new ArrayDeque<>();
    private long bytes;

    /**
     * What a maker may use.
     *
     * @param waiting the most clips that wait to be made
     * @param bytes the most room that finished clips take
     */
    public record Limits(int waiting, long bytes) {}

    /**
     * A maker.
     *
     * @param renderer what renders
     * @param queue one thread, on which clips are made in turn
     * @param clock the clock
     * @param folder where clips go
     * @param limits what it may use
     */
    public ClipMaker(ClipRenderer renderer, ExecutorService queue, InstantSource clock, Path folder, Limits limits) {
        this.renderer = renderer;
        this.queue = queue;
        this.clock = clock;
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Whether one more clip can wait.
     *
     * @return false when callers must come back later
     */
    public boolean hasRoom() {
        return waiting.get() < limits.waiting();
    }

    /**
     * Puts a clip into the queue.
     *
     * @param task the task it is for
     * @param plan what it shows
     */
    public void make(Task task, ClipPlan plan) {
        waiting.incrementAndGet();
        queue.execute(() -> {
            try {
                if (!task.isCancelled()) {
                    task.settle(outcome(task, plan), clock.instant());
                }
            } finally {
                waiting.decrementAndGet();
                discardReferences(plan);
            }
        });
    }

    private Outcome outcome(Task task, ClipPlan plan) {
        try {
            Path video = folder.resolve(task.id() + ".mp4");
            renderer.render(plan, video);
            Optional<Path> lastFrame = Optional.empty();
            if (task.spec().order().output().lastFrame()) {
                lastFrame = Optional.of(folder.resolve(task.id() + ".png"));
                renderer.renderLastFrame(plan, lastFrame.get());
            }
            keep(video);
            return new Outcome.Made(new Clip(video, lastFrame));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("InternalServiceError", "The service is shutting down.");
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed("InternalServiceError", "The clip could not be rendered.");
        }
    }

    /**
     * A short clip of the right size, made once and used by all tasks that look the same.
     *
     * @param plan size and sound
     * @param lastFrame whether its last picture is wanted too
     * @return its files
     */
    public Clip canned(ClipPlan plan, boolean lastFrame) {
        return canned.computeIfAbsent(new Look(plan.frame(), plan.audio(), lastFrame), this::can);
    }

    private Clip can(Look look) {
        String name = "canned-" + look.frame().width() + "x" + look.frame().height() + "-" + look.audio() + "-" + look.lastFrame();
        ClipPlan plan = new ClipPlan(
                "One clip for all", "canned", look.frame(), CANNED_SECONDS, look.audio(), 2, ClipPlan.Pictures.NONE);
        try {
            Path video = folder.resolve(name + ".mp4");
            CannedFiles.provide(video, () -> renderer.render(plan, video));
            if (!look.lastFrame()) {
                return new Clip(video, Optional.empty());
            }
            Path picture = folder.resolve(name + ".png");
            CannedFiles.provide(picture, () -> renderer.renderLastFrame(plan, picture));
            return new Clip(video, Optional.of(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed while rendering", e);
        }
    }

    private synchronized void keep(Path video) throws IOException {
        files.addLast(video);
        bytes += Files.size(video);
        while (bytes > limits.bytes() && files.size() > 1) {
            Path oldest = files.removeFirst();
            bytes -= Files.exists(oldest) ? Files.size(oldest) : 0;
            Files.deleteIfExists(oldest);
        }
    }

    /**
     * Deletes the pictures that a clip was to be made of.
     *
     * @param plan what it was to show
     */
    public static void discardReferences(ClipPlan plan) {
        plan.pictures().tiles().forEach(tile -> tile.picture().ifPresent(ClipMaker::discard));
        plan.pictures().first().ifPresent(ClipMaker::discard);
        plan.pictures().last().ifPresent(ClipMaker::discard);
    }

    /**
     * Deletes a file that is no longer needed.
     *
     * @param file the file
     */
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}

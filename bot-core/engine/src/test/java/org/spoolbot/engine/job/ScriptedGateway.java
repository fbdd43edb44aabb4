package org.spoolbot.engine.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** A gateway that does what the test wrote down, and makes every clip where nothing is written. */
final class ScriptedGateway implements VideoProvider {
    static final URI FRAME = URI.create("https://studio.test/frame");
    /** What happens when somebody fetches the last frame, before it is there. */
    Runnable frameWanted = () -> {};
    Set<Capabilities.Feature> features = Set.of(Capabilities.Feature.AUDIO_SWITCH);
    final Deque<SubmitOutcome> submits = new ArrayDeque<>();
    final Deque<Object> polls = new ArrayDeque<>();
    final Deque<ProviderException> downloads = new ArrayDeque<>();
    final List<GenerationOrder> orders = new ArrayList<>();
    final List<Set<String>> asked = new ArrayList<>();
    final Map<String, Integer> downloaded = new HashMap<>();
    Withdrawal withdrawal = Withdrawal.NOT_OFFERED;
    Money price = new Money(500_000);
    /** What lost orders are answered with, one after the other; {@link #shown} when none is left. */
    final Deque<Object> traces = new ArrayDeque<>();
    Optional<Set<String>> shown = Optional.empty();
    int traced;
    int batch = 1;
    GatewayLimits limits = GatewayLimits.NONE;
    boolean sample;
    /** What its model can do, made of what it usually can. */
    UnaryOperator<Capabilities> takes = UnaryOperator.identity();
    private final Fuse fuse;

    private final String id;

    ScriptedGateway(Fuse fuse) {
        this("studio", fuse);
    }

    ScriptedGateway(String id, Fuse fuse) {
        this.id = id;
        this.fuse = fuse;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Model> models() {
        Capabilities capabilities = new Capabilities(
                Set.of(Mode.TEXT),
                Map.of(),
                List.of(4, 5, 8),
                List.of(Ratio.LANDSCAPE_16_9),
                List.of(Resolution.P480, Resolution.P720),
                100,
                features);
        return List.of(new Model("clips", "clips-1", takes.apply(capabilities), sample));
    }

    @Override
    public Optional<Money> price(Model model, VideoRequest request) {
        return Optional.of(price);
    }

    @Override
    public synchronized SubmitOutcome submit(GenerationOrder order) {
        fuse.step("before the paid call");
        orders.add(order);
        SubmitOutcome scripted = submits.poll();
        fuse.step("after the paid call");
        return scripted != null ? scripted : new SubmitOutcome.Accepted("task-" + order.job(), Optional.empty());
    }

    @Override
    public synchronized Map<String, TaskState> poll(Set<String> taskIds) throws ProviderException {
        asked.add(taskIds);
        Object scripted = polls.poll();
        if (scripted instanceof ProviderException failure) {
            throw failure;
        }
        TaskState state = scripted instanceof TaskState told ? told : ready();
        Map<String, TaskState> states = new HashMap<>();
        taskIds.forEach(id -> states.put(id, state));
        return states;
    }

    @Override
    public synchronized Optional<Set<String>> trace(Model model, VideoRequest request, Instant from, Instant to)
            throws ProviderException {
        traced++;
        Object scripted = traces.poll();
        if (scripted instanceof ProviderException failure) {
            throw failure;
        }
        return scripted instanceof Set<?> ids
                ? Optional.of(ids.stream().map(String.class::cast).collect(Collectors.toSet()))
                : shown;
    }

    @Override
    public GatewayLimits limits() {
        return limits;
    }

    @Override
    public int batchLimit() {
        return batch;
    }

    @Override
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        if (source.equals(FRAME)) {
            frameWanted.run();
        }
        bring(source, target);
    }

    private synchronized void bring(URI source, Path target) throws ProviderException {
        fuse.step("before the download");
        ProviderException scripted = downloads.poll();
        if (scripted != null) {
            throw scripted;
        }
        try {
            Files.writeString(target, source.equals(FRAME) ? "picture" : "clip");
        } catch (IOException full) {
            throw new ProviderException(ErrorKind.STORAGE, "disk");
        }
        downloaded.merge(source.toString(), 1, Integer::sum);
        fuse.step("after the download");
    }

    @Override
    public Withdrawal withdraw(String taskId) {
        return withdrawal;
    }

    static TaskState ready() {
        return new TaskState.Ready(new GeneratedClip(URI.create("https://studio.test/clip"), Optional.empty(), Optional.empty()));
    }

    /** A clip with its last frame. */
    static TaskState readyWithFrame() {
        URI clip = URI.create("https://studio.test/clip");
        return new TaskState.Ready(new GeneratedClip(clip, Optional.of(FRAME), Optional.empty()));
    }

    static TaskState running(double fraction) {
        return new TaskState.Running(OptionalDouble.of(fraction));
    }

    static ProviderException down() {
        return new ProviderException(ErrorKind.UPSTREAM, "down", Optional.of(Duration.ofSeconds(3)));
    }
}

package org.spoolbot.providers.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.sandbox.SandboxGateway;
import org.spoolbot.providers.sandbox.SandboxOptions;
import org.spoolbot.providers.sandbox.TinyMedia;

/** The sandbox with a clock that only a test moves, a host with files to refer to, and clients in front of it. */
public final class StrictGateway implements AutoCloseable, InstantSource {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final OkHttpClient shared = new OkHttpClient();
    private final TinyMedia media;
    private final SandboxGateway gateway;
    private final org.spoolbot.providers.sandbox.task.Dialect front;
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    public StrictGateway(org.spoolbot.providers.sandbox.task.Dialect front) {
        this.front = front;
        SandboxOptions options =
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key");
        try {
            media = new TinyMedia();
            gateway = SandboxGateway.start(options, this);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public SandboxGateway gateway() {
        return gateway;
    }

    public VideoProvider open(Dialect dialect, List<Model> models, Set<GatewaySwitch> switches, Optional<URI> callback) {
        URI base = gateway.baseUri(front);
        GatewayClient client = new GatewayClient(shared, base, new Secret("test-key"), PATIENCE);
        GatewayLines lines = new GatewayLines(
                client,
                client,
                new ClipDownloader(shared, base),
                elsewhere -> new GatewayClient(shared, elsewhere, new Secret("test-key"), PATIENCE),
                () -> callback);
        return dialect.open(
                new GatewaySettings("strict", models, Map.of(), GatewayLimits.NONE, switches, Optional.of(gateway.baseUri())), lines);
    }

    /** A real file that the gateway can fetch. */
    public ReferenceSource linked(MediaType type, int number) {
        return Drafts.linked(type, media.give(number + "." + type.extension(), content(type)));
    }

    /** The same without an address. */
    public static ReferenceSource stored(Path folder, MediaType type, int number) {
        return Drafts.stored(folder, type, number, content(type));
    }

    private static byte[] content(MediaType type) {
        return switch (type.kind()) {
            case IMAGE -> TinyMedia.png(640, 480);
            case VIDEO -> TinyMedia.mp4(4, 1280, 720);
            case AUDIO -> TinyMedia.wav(3);
        };
    }

    public static String accepted(VideoProvider provider, GenerationOrder order) {
        return switch (provider.submit(order)) {
            case SubmitOutcome.Accepted(String taskId, Optional<Duration> _) -> taskId;
            case SubmitOutcome.Refused refused -> throw new AssertionError(refused);
            case SubmitOutcome.Unknown unknown -> throw new AssertionError(unknown);
        };
    }

    public static TaskState state(VideoProvider provider, String taskId) throws ProviderException {
        return provider.poll(Set.of(taskId)).get(taskId);
    }

    /** Lets all tasks end, and asks until this one has. */
    public TaskState end(VideoProvider provider, String taskId) throws ProviderException {
        advance(Duration.ofSeconds(12));
        TaskState state = state(provider, taskId);
        for (int asked = 1; asked < 50 && !(state instanceof TaskState.Ready || state instanceof TaskState.Failed); asked++) {
            state = state(provider, taskId);
        }
        return state;
    }

    /** From the order to the clip on disk. */
    public TaskState.Ready made(VideoProvider provider, GenerationOrder order, Path folder) throws Exception {
        String taskId = accepted(provider, order);
        if (!(end(provider, taskId) instanceof TaskState.Ready ready)) {
            throw new AssertionError("the clip is not ready");
        }
        Path clip = folder.resolve(taskId + ".mp4");
        provider.download(ready.clip().address(), clip, 10_000_000);
        if (!new String(Files.readAllBytes(clip), 4, 4, java.nio.charset.StandardCharsets.US_ASCII).equals("ftyp")) {
            throw new AssertionError("what came is no clip");
        }
        return ready;
    }

    @Override
    public void close() {
        gateway.close();
        media.close();
    }
}

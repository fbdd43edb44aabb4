package org.spoolbot.providers.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.price.RateTable;
import org.spoolbot.providers.price.Tariff;
import org.spoolbot.providers.price.TokenRate;

/** A gateway on a real socket that answers what it is told, a client of a dialect in front of it, and orders to send. */
public final class GatewayBench implements AutoCloseable {
    public static final String KEY = "key-that-must-not-leak";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MockWebServer server = new MockWebServer();
    private final Dialect dialect;
    private final Path folder;
    private int files;

    public GatewayBench(Dialect dialect, Path folder) throws IOException {
        this.dialect = dialect;
        this.folder = folder;
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    public MockWebServer server() {
        return server;
    }

    /** A client of the server; a trailing slash in settings must not matter. */
    public VideoProvider provider() {
        return providerAt(server.url("/").uri());
    }

    public VideoProvider providerAt(URI address) {
        return providerAt(dialect, address, KEY, PATIENCE);
    }

    /** A client with a price of 10 per million tokens for every model. */
    public static VideoProvider providerAt(Dialect dialect, URI address, String key, Duration patience) {
        OkHttpClient shared = new OkHttpClient();
        Map<Resolution, BigDecimal> ten = Map.of(Resolution.P720, BigDecimal.TEN);
        Map<String, Tariff> tariffs =
                dialect.models().stream().collect(Collectors.toMap(Model::id, model -> new TokenRate(new RateTable(ten, ten))));
        GatewaySettings settings =
                new GatewaySettings("gate", dialect.models(), tariffs, GatewayLimits.NONE, Set.of(), Optional.empty());
        GatewayClient client = new GatewayClient(shared, address, new Secret(key), patience);
        GatewayLines lines =
                new GatewayLines(client, client, new ClipDownloader(shared, address), other -> client, Optional::empty);
        return dialect.open(settings, lines);
    }

    public void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    /** The next request that the server read; it must have had the key. */
    public RecordedRequest sent() throws InterruptedException {
        RecordedRequest request = server.takeRequest();
        if (!("Bearer " + KEY).equals(request.getHeaders().get("Authorization"))) {
            throw new AssertionError("the call had no key");
        }
        return request;
    }

    public Model model() {
        return dialect.models().getFirst();
    }

    public GenerationOrder order(Prompt prompt, Mode mode, Handed... handed) {
        return order(model(), new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false), Extras.none(), prompt, mode, handed);
    }

    public static GenerationOrder order(Model model, Format format, Extras extras, Prompt prompt, Mode mode, Handed... handed) {
        List<Reference> references = List.of(handed).stream().map(Handed::reference).toList();
        List<ReferenceSource> sources = List.of(handed).stream().map(Handed::source).toList();
        VideoRequest request = new VideoRequest(prompt, mode, references, format, extras, Optional.empty());
        return new GenerationOrder(new JobId("j1"), model, request, sources);
    }

    public GenerationOrder words() {
        return order(Prompt.plain("a red kite"), Mode.TEXT);
    }

    /** A file that no address leads to. */
    public Handed file(int index, Role role, MediaType type, String content) {
        return file(index, role, type, bytes(content), Optional.empty(), Optional.empty());
    }

    /** A file that lies at an address. */
    public Handed link(int index, MediaType type, String address) {
        return file(index, Role.REFERENCE, type, bytes("x"), Optional.of(URI.create(address)), Optional.empty());
    }

    public Handed file(int index, Role role, MediaType type, byte[] content, Optional<URI> signed, Optional<URI> platform) {
        try {
            Path path = Files.write(folder.resolve(files++ + "-private-name." + type.extension()), content);
            MediaInfo info = new MediaInfo("0".repeat(64), type, Files.size(path), Optional.empty(), Optional.empty());
            return new Handed(new Reference(index, role, info), new Source(new MediaFile(info, path), signed, platform));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }

    /** A reference and its file. */
    public record Handed(Reference reference, ReferenceSource source) {}

    private record Source(MediaFile file, Optional<URI> publicAddress, Optional<URI> platformAddress) implements ReferenceSource {}
}

package org.spoolbot.providers.dialect.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.price.RateTable;
import org.spoolbot.providers.price.TokenRate;

/** A gateway on loopback that answers what a test tells it to. */
abstract class ArkBench {
    static final Secret KEY = new Secret("key-that-must-not-leak");
    private static final String SHA = "0".repeat(64);

    final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    ArkProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
        provider = providerAt(server.url("/api/v3").uri());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static ArkProvider providerAt(URI address) {
        OkHttpClient shared = new OkHttpClient();
        Map<Resolution, BigDecimal> plain = Map.of(Resolution.P720, new BigDecimal("6.66"));
        TokenRate rate = new TokenRate(new RateTable(plain, Map.of(Resolution.P720, new BigDecimal("3.96"))));
        GatewaySettings gateway = new GatewaySettings(
                "ark",
                ArkModels.all(false),
                Map.of("seedance-fast", rate),
                GatewayLimits.NONE,
                EnumSet.of(GatewaySwitch.LISTS_TASKS, GatewaySwitch.CANCELS),
                Optional.empty());
        Duration patience = Duration.ofSeconds(2);
        GatewayClient client = new GatewayClient(shared, address, KEY, patience);
        return new ArkProvider(
                gateway, new GatewayLines(client, client, new ClipDownloader(shared, address), other -> client, Optional::empty));
    }

    Model model() {
        return provider.models().getFirst();
    }

    GenerationOrder order(VideoRequest request, List<ReferenceSource> sources) {
        return new GenerationOrder(new JobId("j1"), model(), request, sources);
    }

    GenerationOrder words() {
        return order(request(Prompt.plain("a red kite"), Mode.TEXT, List.of()), List.of());
    }

    static VideoRequest request(Prompt prompt, Mode mode, List<Reference> references) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);
        return new VideoRequest(prompt, mode, references, format, Extras.none(), Optional.empty());
    }

    ReferenceSource source(MediaType type, Optional<URI> address) throws Exception {
        Path path = Files.write(folder.resolve(type + ".bin"), new byte[] {1, 2, 3});
        MediaFile file = new MediaFile(new MediaInfo(SHA, type, 3, Optional.empty(), Optional.empty()), path);
        return new ReferenceSource() {
            @Override
            public MediaFile file() {
                return file;
            }

            @Override
            public Optional<URI> publicAddress() {
                return address;
            }
        };
    }

    static Reference reference(int index, Role role, ReferenceSource source) {
        return new Reference(index, role, source.file().info());
    }

    void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    String sentBody() throws Exception {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer key-that-must-not-leak");
        return request.getBody().utf8();
    }
}

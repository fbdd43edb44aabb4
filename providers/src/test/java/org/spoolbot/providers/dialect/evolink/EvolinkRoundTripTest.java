package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.sandbox.SandboxGateway;
import org.spoolbot.providers.sandbox.SandboxOptions;
import org.spoolbot.providers.sandbox.TinyMedia;

/** The client before a gateway that speaks the dialect strictly: from the order to the clip on disk. */
class EvolinkRoundTripTest {
    /** Long, because the gateway draws its clips on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));
    private static SandboxGateway gateway;
    private static TinyMedia media;
    private static VideoProvider umbrella;
    private static VideoProvider split;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        SandboxOptions options = SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10));
        gateway = SandboxGateway.start(options.withApiKey("test-key"), NOW::get);
        media = new TinyMedia();
        umbrella = provider(EvolinkModels.all(), EnumSet.noneOf(GatewaySwitch.class));
        Model model = EvolinkModels.all().getFirst();
        split = provider(
                List.of(new Model("seedance", "seedance-2.0-" + EvolinkModels.MODE + "-to-video", model.capabilities(), false)),
                EnumSet.of(GatewaySwitch.UPLOADS));
    }

    private static VideoProvider provider(List<Model> models, Set<GatewaySwitch> switches) {
        OkHttpClient shared = new OkHttpClient();
        GatewayClient client = client(shared, gateway.baseUri());
        GatewaySettings settings = new GatewaySettings(
                "evolink", models, Map.of(), GatewayLimits.NONE, switches, Optional.of(gateway.baseUri()));
        GatewayLines lines = new GatewayLines(
                client, client, new ClipDownloader(shared, gateway.baseUri()), other -> client(shared, other), Optional::empty);
        return new EvolinkDialect(NOW::get).open(settings, lines);
    }

    private static GatewayClient client(OkHttpClient shared, URI address) {
        return new GatewayClient(shared, address, new Secret("test-key"), PATIENCE);
    }

    private static void advance(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    @AfterAll
    static void close() {
        media.close();
        gateway.close();
    }

    private static GenerationOrder words(String prompt) {
        return Drafts.words(umbrella.models().getFirst(), prompt, Drafts.FORMAT);
    }

    private static String accepted(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).taskId();
    }

    private static TaskState state(String taskId) throws ProviderException {
        return umbrella.poll(Set.of(taskId)).get(taskId);
    }

    private static TaskState end(SubmitOutcome outcome) throws ProviderException {
        String taskId = accepted(outcome);
        advance(Duration.ofSeconds(12));
        return state(taskId);
    }

    @Test
    void words_become_a_clip_that_costs_what_the_gateway_says() throws Exception {
        SubmitOutcome outcome = umbrella.submit(words("a red kite"));
        String taskId = accepted(outcome);
        assertThat(((SubmitOutcome.Accepted) outcome).estimate()).contains(Duration.ofSeconds(12));
        assertThat(state(taskId)).isInstanceOf(TaskState.Waiting.class);
        advance(Duration.ofSeconds(7));
        assertThat(state(taskId)).isInstanceOfSatisfying(TaskState.Running.class, running -> assertThat(running.fraction()).hasValue(0.5));
        advance(Duration.ofSeconds(5));
        TaskState.Ready ready = (TaskState.Ready) state(taskId);
        assertThat(ready.clip().cost()).contains(Money.of(new BigDecimal("0.992500000")));
        Path clip = folder.resolve("clip.mp4");
        umbrella.download(ready.clip().address(), clip, 10_000_000);
        assertThat(new String(Files.readAllBytes(clip), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fail=content_policy_violation, CONTENT_POLICY", "fail=invalid_parameters, INVALID_PARAMS",
        "fail=image_processing_error, MEDIA_UNFETCHABLE", "fail=request_cancelled, CANCELLED_BY_PROVIDER",
        "fail=cancelled, CANCELLED_BY_PROVIDER", "fail=generation_failed_no_content, UPSTREAM", "fail=resource_exhausted, RATE_LIMIT",
        "expire, TIMEOUT"
    })
    void a_task_that_fails_ends_with_its_kind(String directive, ErrorKind kind) throws Exception {
        String taskId = accepted(umbrella.submit(words("x [sandbox:" + directive + "]")));
        advance(Duration.ofSeconds(12));
        assertThat(state(taskId)).isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-null", "error-absent", "error-text"})
    void a_task_that_fails_without_a_code_ends_too(String shape) throws Exception {
        assertThat(end(umbrella.submit(words("x [sandbox:fail=service_error] [sandbox:shape=" + shape + "]"))))
                .isInstanceOf(TaskState.Failed.class);
    }

    @Test
    void a_result_is_found_in_its_other_place() throws Exception {
        assertThat(end(umbrella.submit(words("x [sandbox:shape=result-data]")))).isInstanceOf(TaskState.Ready.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "create-status=400, INVALID_PARAMS", "create-status=401, AUTH", "create-status=402, NO_CREDIT",
        "create-status=429 retry-after=9, RATE_LIMIT", "refuse=content_policy_violation, CONTENT_POLICY"
    })
    void a_refused_order_tells_why_in_both_flavours(String directive, ErrorKind kind) {
        for (String shape : List.of("", " [sandbox:shape=numeric-code]")) {
            assertThat(umbrella.submit(words("x [sandbox:" + directive + "]" + shape)))
                    .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-accept", "drop-before-accept", "create-html", "create-empty", "create-status=500"})
    void an_order_whose_fate_is_unknown_is_sent_once(String directive) {
        String prompt = "x [sandbox:" + directive + "]";
        assertThat(umbrella.submit(words(prompt))).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(gateway.createsOf(prompt)).isEqualTo(1);
    }

    @Test
    void every_mode_arrives_by_link_at_the_umbrella_model() throws Exception {
        ReferenceSource picture = Drafts.linked(MediaType.PNG, media.give("a.png", TinyMedia.png(400, 400)));
        ReferenceSource video = Drafts.linked(MediaType.MP4, media.give("v.mp4", TinyMedia.mp4(4, 1280, 720)));
        ReferenceSource sound = Drafts.linked(MediaType.WAV, media.give("s.wav", TinyMedia.wav(3)));
        arrives(umbrella, Mode.FIRST_FRAME, picture);
        arrives(umbrella, Mode.FIRST_LAST_FRAME, picture, picture);
        arrives(umbrella, Mode.REFERENCE, picture, picture, picture);
        arrives(umbrella, Mode.REFERENCE, picture, video, sound);
    }

    @Test
    void every_mode_arrives_through_the_upload_service_at_the_split_models() throws Exception {
        ReferenceSource picture = stored(MediaType.PNG, TinyMedia.png(400, 400), 1);
        ReferenceSource video = stored(MediaType.MP4, TinyMedia.mp4(4, 1280, 720), 2);
        ReferenceSource sound = stored(MediaType.WAV, TinyMedia.wav(3), 3);
        arrives(split, Mode.TEXT);
        arrives(split, Mode.FIRST_FRAME, picture);
        arrives(split, Mode.FIRST_LAST_FRAME, picture, picture);
        arrives(split, Mode.REFERENCE, picture);
        arrives(split, Mode.REFERENCE, picture, video, sound);
        long uploads = gateway.requests().stream().filter(request -> request.path().endsWith("/upload/stream")).count();
        assertThat(uploads).as("each file is handed in once").isEqualTo(3);
    }

    @Test
    void the_picture_with_the_face_is_blamed() {
        ReferenceSource picture = Drafts.linked(MediaType.PNG, media.give("face.png", TinyMedia.png(400, 400)));
        Prompt prompt = Prompt.plain("she smiles [sandbox:face=2]");
        GenerationOrder order =
                Drafts.order(umbrella.models().getFirst(), Mode.FIRST_LAST_FRAME, prompt, Drafts.FORMAT, List.of(picture, picture));
        assertThat(umbrella.submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.FACE_REJECTED);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
        });
    }

    private static void arrives(VideoProvider provider, Mode mode, ReferenceSource... files) throws ProviderException {
        Model model = provider.models().getFirst();
        GenerationOrder order = Drafts.order(model, mode, Prompt.plain("they dance"), Drafts.FORMAT, List.of(files));
        assertThat(end(provider.submit(order))).isInstanceOf(TaskState.Ready.class);
    }

    private ReferenceSource stored(MediaType type, byte[] content, int number) throws IOException {
        ReferenceSource source = Drafts.stored(folder, type, number);
        MediaInfo info = source.file().info();
        Path path = Files.write(folder.resolve("file-" + number), content);
        MediaInfo measured = new MediaInfo(info.sha256(), type, content.length, info.size(), info.duration());
        return new Stored(new MediaFile(measured, path));
    }

    private record Stored(MediaFile file) implements ReferenceSource {
        @Override
        public Optional<URI> publicAddress() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> platformAddress() {
            return Optional.empty();
        }
    }

    @Test
    void a_task_that_nobody_knows_is_missing() throws Exception {
        assertThat(state("task-unified-1-never")).isEqualTo(new TaskState.Missing());
    }
}

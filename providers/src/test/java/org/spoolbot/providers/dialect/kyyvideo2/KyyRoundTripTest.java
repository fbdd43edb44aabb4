package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
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
class KyyRoundTripTest {
    /** Long, because the gateway draws its clips on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-21T09:00:00Z"));
    private static SandboxGateway gateway;
    private static TinyMedia media;
    private static VideoProvider provider;
    private static VideoProvider withLibrary;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        SandboxOptions options = SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10));
        gateway = SandboxGateway.start(options.withApiKey("test-key"), NOW::get);
        media = new TinyMedia();
        provider = provider(EnumSet.noneOf(GatewaySwitch.class));
        withLibrary = provider(EnumSet.of(GatewaySwitch.ASSET_LIBRARY));
    }

    private static VideoProvider provider(Set<GatewaySwitch> switches) {
        OkHttpClient shared = new OkHttpClient();
        URI address = URI.create(gateway.baseUri() + "/kyyReactApiServer");
        GatewayClient client = new GatewayClient(shared, address, new Secret("test-key"), PATIENCE);
        GatewaySettings settings =
                new GatewaySettings("kyy", KyyModels.all(), Map.of(), GatewayLimits.NONE, switches, Optional.empty());
        GatewayLines lines = new GatewayLines(client, client, new ClipDownloader(shared, address), other -> client, Optional::empty);
        return new KyyDialect(KyyRoundTripTest::advance).open(settings, lines);
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
        return Drafts.words(provider.models().getFirst(), prompt, Drafts.FORMAT);
    }

    private static String accepted(SubmitOutcome outcome) {
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).taskId();
    }

    private static TaskState state(String taskId) throws ProviderException {
        return provider.poll(Set.of(taskId)).get(taskId);
    }

    private static TaskState end(GenerationOrder order) throws ProviderException {
        String taskId = accepted(provider.submit(order));
        advance(Duration.ofSeconds(12));
        return state(taskId);
    }

    @Test
    void words_become_a_clip() throws Exception {
        String taskId = accepted(provider.submit(words("a red kite")));
        assertThat(state(taskId)).isInstanceOf(TaskState.Waiting.class);
        advance(Duration.ofSeconds(3));
        assertThat(state(taskId)).isInstanceOf(TaskState.Running.class);
        advance(Duration.ofSeconds(9));
        Path clip = folder.resolve("clip.mp4");
        provider.download(((TaskState.Ready) state(taskId)).clip().address(), clip, 10_000_000);
        assertThat(new String(Files.readAllBytes(clip), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void tokens_are_read_whether_they_are_a_number_or_a_text() throws Exception {
        for (int number = 0; number < 2; number++) {
            assertThat(end(words("kite " + number)))
                    .isInstanceOfSatisfying(TaskState.Ready.class, ready -> assertThat(ready.clip().tokens()).hasValue(108_900));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fail=OutputVideoSensitiveContentDetected, CONTENT_POLICY", "fail=OutputVideoSensitiveContentDetected.PolicyViolation, COPYRIGHT",
        "fail=InputImageSensitiveContentDetected.PrivacyInformation, FACE_REJECTED", "fail=cancelled, CANCELLED_BY_PROVIDER", "expire, TIMEOUT"
    })
    void a_task_that_fails_ends_with_its_kind(String directive, ErrorKind kind) throws Exception {
        GenerationOrder order = words("x [sandbox:" + directive + "]");
        String taskId = accepted(provider.submit(order));
        advance(Duration.ofSeconds(12));
        assertThat(state(taskId)).isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-null", "error-absent"})
    void a_task_that_fails_without_a_word_ends_too(String shape) throws Exception {
        assertThat(end(words("x [sandbox:fail=service_error] [sandbox:shape=" + shape + "]"))).isInstanceOf(TaskState.Failed.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "create-status=400, INVALID_PARAMS", "create-status=401, AUTH", "create-status=402, NO_CREDIT",
        "create-status=429 retry-after=9, RATE_LIMIT", "refuse=model_not_found, ROUTE_MISCONFIGURED",
        "refuse=content_policy_violation, CONTENT_POLICY"
    })
    void a_refused_order_tells_why_in_both_layouts(String directive, ErrorKind kind) {
        for (String shape : List.of("", " [sandbox:shape=bare-error]")) {
            assertThat(provider.submit(words("x [sandbox:" + directive + "]" + shape)))
                    .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-accept", "drop-before-accept", "create-html", "create-empty", "create-status=500"})
    void an_order_whose_fate_is_unknown_is_sent_once(String directive) {
        String prompt = "x [sandbox:" + directive + "]";
        assertThat(provider.submit(words(prompt))).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(gateway.createsOf(prompt)).isEqualTo(1);
    }

    @Test
    void every_kind_of_reference_arrives() throws Exception {
        ReferenceSource picture = Drafts.linked(MediaType.PNG, media.give("a.png", TinyMedia.png(400, 400)));
        ReferenceSource video = Drafts.linked(MediaType.MP4, media.give("v.mp4", TinyMedia.mp4(4, 1280, 720)));
        ReferenceSource sound = Drafts.linked(MediaType.WAV, media.give("s.wav", TinyMedia.wav(3)));
        for (Model model : provider.models()) {
            assertThat(end(order(model, Mode.REFERENCE, picture, video, sound))).isInstanceOf(TaskState.Ready.class);
        }
        Model pro = provider.models().getFirst();
        assertThat(end(order(pro, Mode.FIRST_FRAME, picture))).isInstanceOf(TaskState.Ready.class);
        assertThat(end(order(pro, Mode.FIRST_LAST_FRAME, picture, picture))).isInstanceOf(TaskState.Ready.class);
    }

    private static GenerationOrder order(Model model, Mode mode, ReferenceSource... files) {
        return Drafts.order(model, mode, Prompt.plain("they dance"), Drafts.FORMAT, List.of(files));
    }

    @Test
    void a_picture_with_a_face_goes_through_the_library_or_not_at_all() {
        ReferenceSource face = Drafts.linked(MediaType.PNG, media.give("face.png", TinyMedia.png(400, 400)));
        GenerationOrder order = Drafts.order(
                provider.models().getFirst(), Mode.FIRST_FRAME, Prompt.plain("she smiles [sandbox:face]"), Drafts.FORMAT, List.of(face));
        assertThat(provider.submit(order))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.FACE_REJECTED));
        long before = uploads();
        accepted(withLibrary.submit(order));
        accepted(withLibrary.submit(order));
        assertThat(uploads() - before).as("the same picture is handed in once").isEqualTo(1);
    }

    private static long uploads() {
        return gateway.requests().stream().filter(request -> request.path().endsWith("/asset/upload")).count();
    }

    @Test
    void a_picture_that_the_library_cannot_fetch_is_the_members_to_change() {
        ReferenceSource gone = Drafts.linked(MediaType.PNG, media.address("gone.png"));
        GenerationOrder order = order(provider.models().getFirst(), Mode.FIRST_FRAME, gone);
        assertThat(withLibrary.submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
    }

    @Test
    void a_task_that_nobody_knows_is_missing() throws Exception {
        assertThat(state("video_0")).isEqualTo(new TaskState.Missing());
    }
}

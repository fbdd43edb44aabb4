package org.spoolbot.providers.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import org.spoolbot.providers.dialect.GatewayBench;
import org.spoolbot.providers.gateway.Dialect;

/** A client of LaoZhang's dialects before a gateway that speaks them strictly: from the order to the clip on disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LaozhangRoundTrips {
    /** Long, because the gateway draws its clips on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    SandboxGateway gateway;
    VideoProvider provider;
    GatewayBench bench;

    abstract Dialect dialect();

    @BeforeAll
    void open() throws IOException {
        gateway = SandboxGateway.start(
                SandboxOptions.DEFAULT.canned().withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10)).withApiKey("test-key"), clock);
        provider = GatewayBench.providerAt(dialect(), gateway.baseUri(), "test-key", PATIENCE);
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @BeforeEach
    void start() throws IOException {
        bench = new GatewayBench(dialect(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    GenerationOrder words(String prompt) {
        return bench.order(Prompt.plain(prompt), Mode.TEXT);
    }

    String accepted(GenerationOrder order) {
        SubmitOutcome outcome = provider.submit(order);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        return ((SubmitOutcome.Accepted) outcome).taskId();
    }

    TaskState state(String taskId) throws ProviderException {
        return provider.poll(Set.of(taskId)).get(taskId);
    }

    /** Asks until the task has ended; a gateway that is still busy after ten questions is none to wait for. */
    TaskState end(String taskId) throws ProviderException {
        clock.advance(Duration.ofSeconds(12));
        TaskState state = state(taskId);
        for (int asked = 1; asked < 10 && !(state instanceof TaskState.Ready || state instanceof TaskState.Failed); asked++) {
            state = state(taskId);
        }
        return state;
    }

    URI ready(String taskId) throws ProviderException {
        TaskState state = end(taskId);
        assertThat(state).isInstanceOf(TaskState.Ready.class);
        return ((TaskState.Ready) state).clip().address();
    }

    void arrives(GenerationOrder order) throws Exception {
        String taskId = accepted(order);
        assertThat(state(taskId)).isEqualTo(new TaskState.Waiting());
        clock.advance(Duration.ofSeconds(3));
        assertThat(state(taskId)).isInstanceOf(TaskState.Running.class);
        isClip(ready(taskId));
    }

    void isClip(URI address) throws Exception {
        Path clip = folder.resolve("clip.mp4");
        provider.download(address, clip, 10_000_000);
        assertThat(new String(Files.readAllBytes(clip), 4, 4, StandardCharsets.US_ASCII)).isEqualTo("ftyp");
    }

    @Test
    void words_become_a_clip() throws Exception {
        arrives(words("a red kite"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fail=GENERATION_FAILED, UPSTREAM", "fail=OutputVideoSensitiveContentDetected, CONTENT_POLICY",
        "fail=OutputVideoSensitiveContentDetected.PolicyViolation, COPYRIGHT",
        "fail=InputImageSensitiveContentDetected.PrivacyInformation, FACE_REJECTED"
    })
    void a_task_that_fails_ends_with_its_kind_in_every_shape(String directive, ErrorKind kind) throws Exception {
        for (String shape : List.of("", "[sandbox:shape=error-text]")) {
            assertThat(end(accepted(words("x [sandbox:" + directive + "]" + shape))))
                    .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
        }
        assertThat(end(accepted(words("x [sandbox:" + directive + "] [sandbox:shape=error-absent]")))).isInstanceOf(TaskState.Failed.class);
        assertThat(end(accepted(words("x [sandbox:" + directive + "] [sandbox:shape=error-null]")))).isInstanceOf(TaskState.Failed.class);
    }

    @Test
    void a_sound_that_is_refused_is_blamed_on_the_sound() throws Exception {
        assertThat(end(accepted(words("x [sandbox:fail=OutputAudioSensitiveContentDetected]"))))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.blames()).containsExactly(new Blame.Sound()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "refuse=InputTextRiskDetection, CONTENT_POLICY", "refuse=sensitive_words_detected, CONTENT_POLICY",
        "refuse=insufficient_user_quota, NO_CREDIT", "refuse=token_concurrency_limit_reached, RATE_LIMIT",
        "refuse=model_not_found, ROUTE_MISCONFIGURED", "create-status=401, AUTH", "create-status=402, NO_CREDIT",
        "create-status=429 retry-after=9, RATE_LIMIT", "create-status=400, INVALID_PARAMS"
    })
    void a_refused_order_tells_why(String directive, ErrorKind kind) {
        assertThat(provider.submit(words("x [sandbox:" + directive + "]")))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "drop-after-accept", "drop-before-accept", "create-html", "create-empty", "create-status=500", "create-status=408",
        "create-status=503 retry-after=0 code=do_request_failed"
    })
    void an_order_whose_fate_is_unknown_is_sent_once(String directive) {
        GenerationOrder order = words("x [sandbox:" + directive + "]");
        assertThat(provider.submit(order)).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(gateway.createsOf(order.request().prompt().canonical())).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "[sandbox:gzip-lie]", "[sandbox:states=unknown,odd,queued]", "[sandbox:finalizing=3]", "[sandbox:no-url times=2]", "[sandbox:redirect]",
        "[sandbox:progress=10,90]", "[sandbox:not-found=2]"
    })
    void an_odd_gateway_still_gives_the_clip(String directive) throws Exception {
        isClip(ready(accepted(words("x " + directive))));
    }

    @Test
    void a_task_that_is_not_known_yet_is_missing_and_no_fault() throws Exception {
        String taskId = accepted(words("x [sandbox:not-found=1]"));
        assertThat(state(taskId)).isEqualTo(new TaskState.Missing());
        assertThat(state(taskId)).isEqualTo(new TaskState.Waiting());
        assertThat(state("task-never-ordered")).isEqualTo(new TaskState.Missing());
    }

    GatewayBench.Handed file(int index, Role role, MediaType type, Optional<URI> address) throws IOException {
        byte[] content = switch (type) {
            case JPEG -> SampleMedia.picture("jpeg", 640, 480);
            case PNG -> SampleMedia.picture("png", 400, 300);
            case MP4 -> SampleMedia.video(5, 1280, 720);
            default -> wav();
        };
        return bench.file(index, role, type, content, address, Optional.empty());
    }

    /** Three seconds of silence. */
    static byte[] wav() {
        int rate = 8000;
        int length = 3 * rate;
        ByteBuffer wav = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(text("RIFF")).putInt(36 + length).put(text("WAVE")).put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(rate).putInt(rate).putShort((short) 1).putShort((short) 8).put(text("data")).putInt(length);
        return wav.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

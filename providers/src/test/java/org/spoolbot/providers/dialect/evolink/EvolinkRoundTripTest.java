package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.api.media.MediaKind.AUDIO;
import static org.spoolbot.api.media.MediaKind.IMAGE;
import static org.spoolbot.api.media.MediaKind.VIDEO;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.prompt;
import static org.spoolbot.providers.dialect.Drafts.tag;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaType;
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
import org.spoolbot.providers.dialect.LoopbackGateway;
import org.spoolbot.providers.dialect.StrictGateway;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.sandbox.task.Dialect;

/** The client before a gateway that speaks the dialect strictly: from the order to the clip on disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvolinkRoundTripTest {
    private static final Model UMBRELLA = EvolinkRequestsTest.UMBRELLA;
    private static final Model SPLIT = EvolinkRequestsTest.SPLIT;

    private StrictGateway strict;
    private VideoProvider provider;

    @TempDir
    Path folder;

    @BeforeAll
    void open() {
        strict = new StrictGateway(Dialect.EVOLINK);
        provider = opened(EnumSet.noneOf(GatewaySwitch.class), Optional.empty());
    }

    @AfterAll
    void close() {
        strict.close();
    }

    private VideoProvider opened(Set<GatewaySwitch> switches, Optional<URI> callback) {
        return strict.open(new EvolinkDialect(strict), List.of(UMBRELLA), switches, callback);
    }

    private static GenerationOrder words(String words) {
        return Drafts.words(UMBRELLA, words, FORMAT);
    }

    @Test
    void words_wait_are_worked_on_and_become_a_clip() throws Exception {
        String taskId = StrictGateway.accepted(provider, words("a red kite"));
        assertThat(taskId).startsWith("task-unified-");
        assertThat(StrictGateway.state(provider, taskId)).isEqualTo(new TaskState.Waiting());
        strict.advance(java.time.Duration.ofSeconds(4));
        assertThat(StrictGateway.state(provider, taskId))
                .isInstanceOfSatisfying(TaskState.Running.class, running -> assertThat(running.fraction()).isPresent());
        assertThat(strict.end(provider, taskId)).isInstanceOf(TaskState.Ready.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_mode_becomes_a_clip_with_both_kinds_of_ids(boolean split) throws Exception {
        Model model = split ? SPLIT : UMBRELLA;
        ReferenceSource first = strict.linked(MediaType.PNG, 1);
        ReferenceSource second = strict.linked(MediaType.PNG, 2);
        Prompt plain = Prompt.plain("it moves");
        strict.made(provider, Drafts.words(model, "it moves", FORMAT), folder);
        strict.made(provider, Drafts.order(model, Mode.FIRST_FRAME, plain, FORMAT, List.of(first)), folder);
        strict.made(provider, Drafts.order(model, Mode.FIRST_LAST_FRAME, plain, FORMAT, List.of(first, second)), folder);
        Prompt tagged = prompt(tag(IMAGE, 1), " like ", tag(VIDEO, 1), " to ", tag(AUDIO, 1));
        List<ReferenceSource> all = List.of(first, strict.linked(MediaType.MP4, 3), strict.linked(MediaType.WAV, 4));
        strict.made(provider, Drafts.order(model, Mode.REFERENCE, tagged, FORMAT, all), folder);
        assertThat(strict.gateway().createsOf(split ? "image 1 like video 1 to audio 1" : "@Image1 like @Video1 to @Audio1")).isEqualTo(1);
        List<ReferenceSource> three = List.of(first, second, strict.linked(MediaType.PNG, 5));
        strict.made(provider, Drafts.order(model, Mode.REFERENCE, plain, FORMAT, split ? List.of(first) : three), folder);
    }

    @Test
    void files_go_by_the_upload_service_and_the_same_file_only_once() throws Exception {
        VideoProvider uploading = opened(EnumSet.of(GatewaySwitch.UPLOADS), Optional.empty());
        List<ReferenceSource> files = List.of(
                StrictGateway.stored(folder, MediaType.PNG, 1),
                StrictGateway.stored(folder, MediaType.MP4, 2),
                StrictGateway.stored(folder, MediaType.WAV, 3));
        GenerationOrder order = Drafts.order(UMBRELLA, Mode.REFERENCE, Prompt.plain("uploaded"), FORMAT, files);
        strict.made(uploading, order, folder);
        long before = uploads();
        strict.made(uploading, order, folder);
        assertThat(uploads()).isEqualTo(before).isEqualTo(3);
    }

    private long uploads() {
        return strict.gateway().requests().stream().filter(request -> request.path().endsWith("/files/upload/stream")).count();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "content_policy_violation, CONTENT_POLICY", "image_dimension_mismatch, INVALID_PARAMS", "generation_timeout, TIMEOUT",
        "resource_exhausted, RATE_LIMIT", "quota_exceeded, RATE_LIMIT", "service_error, UPSTREAM",
        "request_cancelled, CANCELLED_BY_PROVIDER", "cancelled, CANCELLED_BY_PROVIDER"
    })
    void a_task_that_fails_ends_with_its_kind(String code, ErrorKind kind) throws Exception {
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:fail=" + code + "]"))))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @Test
    void an_expired_task_is_a_time_out_and_a_failure_may_have_no_error() throws Exception {
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:expire]"))))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(ErrorKind.TIMEOUT));
        String silent = "x [sandbox:fail=service_error] [sandbox:shape=error-absent]";
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words(silent)))).isInstanceOf(TaskState.Failed.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "create-status=401, AUTH", "create-status=402, NO_CREDIT", "create-status=403, AUTH", "create-status=429, RATE_LIMIT",
        "create-status=413, INVALID_PARAMS", "refuse=content_policy_violation, CONTENT_POLICY"
    })
    void a_refused_order_tells_why_in_both_flavours(String directive, ErrorKind kind) {
        for (String shape : List.of("", " [sandbox:shape=numeric-code]")) {
            assertThat(provider.submit(words("x [sandbox:" + directive + "]" + shape)))
                    .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-accept", "create-html", "create-status=408", "create-status=503 retry-after=0"})
    void an_order_whose_fate_is_unknown_is_sent_once(String directive) {
        String words = "once [sandbox:" + directive + "]";
        assertThat(provider.submit(words(words))).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(strict.gateway().createsOf(words)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip-lie", "shape=result-data", "states=unknown,odd", "not-found=1", "redirect", "progress=5,90"})
    void an_odd_gateway_still_gives_the_clip(String directive) throws Exception {
        strict.made(provider, words("x [sandbox:" + directive + "]"), folder);
    }

    @Test
    void done_without_a_clip_is_not_done_and_a_link_that_ran_out_is_told_as_such() throws Exception {
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:no-url]")))).isEqualTo(new TaskState.Finalizing());
        TaskState state = strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:expired-url]")));
        URI address = ((TaskState.Ready) state).clip().address();
        assertThatThrownBy(() -> provider.download(address, folder.resolve("a"), 1000))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void a_task_that_never_was_is_missing() throws Exception {
        assertThat(StrictGateway.state(provider, "task-unified-1-none")).isEqualTo(new TaskState.Missing());
        assertThat(StrictGateway.state(provider, "another id")).isEqualTo(new TaskState.Missing());
    }

    @Test
    void the_gateway_calls_back_with_the_tasks_id() throws Exception {
        try (MockWebServer bot = new MockWebServer()) {
            bot.start(InetAddress.getByName("127.0.0.1"), 0);
            bot.enqueue(new MockResponse.Builder().code(200).build());
            VideoProvider called = opened(EnumSet.of(GatewaySwitch.CALLBACKS), Optional.of(bot.url("/callbacks/evolink/s").uri()));
            String taskId = StrictGateway.accepted(called, words("x"));
            strict.end(called, taskId);
            RecordedRequest callback = bot.takeRequest(30, TimeUnit.SECONDS);
            assertThat(callback).isNotNull();
            assertThat(LoopbackGateway.json(callback.getBody().utf8()).path("id").asText()).isEqualTo(taskId);
        }
    }
}

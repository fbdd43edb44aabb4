package org.spoolbot.providers.dialect.ark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
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

class ArkProviderTest {
    private static final Secret KEY = new Secret("key-that-must-not-leak");
    private static final String SHA = "0".repeat(64);

    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    private ArkProvider provider;

    @BeforeEach
    void start() throws Exception {
        server.start(java.net.InetAddress.getByName("127.0.0.1"), 0);
        provider = providerAt(server.url("/api/v3").uri());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static ArkProvider providerAt(URI address) {
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
        Duration patience = Duration.ofMillis(500);
        GatewayClient client = new GatewayClient(shared, address, KEY, patience);
        return new ArkProvider(
                gateway, new GatewayLines(client, client, new ClipDownloader(shared, address), other -> client, Optional::empty));
    }

    private Model model() {
        return provider.models().getFirst();
    }

    private GenerationOrder order(VideoRequest request, List<ReferenceSource> sources) {
        return new GenerationOrder(new JobId("j1"), model(), request, sources);
    }

    private GenerationOrder words() {
        return order(request(Prompt.plain("a red kite"), Mode.TEXT, List.of()), List.of());
    }

    private static VideoRequest request(Prompt prompt, Mode mode, List<Reference> references) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);
        return new VideoRequest(prompt, mode, references, format, Extras.none(), Optional.empty());
    }

    private ReferenceSource source(MediaType type, Optional<URI> address) throws Exception {
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

    private static Reference reference(int index, Role role, ReferenceSource source) {
        return new Reference(index, role, source.file().info());
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private String sentBody() throws Exception {
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer key-that-must-not-leak");
        return request.getBody().utf8();
    }

    @Test
    void an_order_of_words_is_sent_as_the_document_says() throws Exception {
        answer(200, "{\"id\":\"cgt-20260606160057-6bbjd\"}");
        SubmitOutcome outcome = provider.submit(words());
        assertThat(outcome).isEqualTo(new SubmitOutcome.Accepted("cgt-20260606160057-6bbjd", Optional.empty()));
        assertThat(sentBody())
                .isEqualTo("{\"model\":\"doubao-seedance-2-0-fast-260128\",\"content\":[{\"type\":\"text\",\"text\":\"a red kite\"}],"
                        + "\"resolution\":\"720p\",\"ratio\":\"16:9\",\"duration\":5,\"generate_audio\":false,\"watermark\":false}");
    }

    @Test
    void a_seed_is_sent_only_if_the_member_asked() throws Exception {
        answer(200, "{\"id\":\"t\"}");
        VideoRequest plain = words().request();
        Extras extras = new Extras(OptionalLong.of(42), true, true);
        provider.submit(order(
                new VideoRequest(plain.prompt(), plain.mode(), List.of(), plain.format(), extras, Optional.empty()), List.of()));
        assertThat(sentBody()).contains("\"watermark\":true,\"seed\":42,\"return_last_frame\":true");
    }

    @Test
    void pictures_go_inline_and_keep_their_roles_and_numbers() throws Exception {
        answer(200, "{\"id\":\"t\"}");
        ReferenceSource png = source(MediaType.PNG, Optional.empty());
        Prompt prompt = new Prompt(List.of(new Prompt.Text("like "), new Prompt.Tag(MediaKind.IMAGE, 1), new Prompt.Text("!")));
        provider.submit(order(request(prompt, Mode.REFERENCE, List.of(reference(1, Role.REFERENCE, png))), List.of(png)));
        assertThat(sentBody())
                .contains("\"text\":\"like image 1!\"")
                .contains("{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AQID\"},\"role\":\"reference_image\"}");
    }

    @Test
    void first_and_last_frame_are_named_in_the_prompt_and_by_role() throws Exception {
        answer(200, "{\"id\":\"t\"}");
        ReferenceSource first = source(MediaType.JPEG, Optional.empty());
        ReferenceSource last = source(MediaType.PNG, Optional.empty());
        List<Reference> frames = List.of(reference(1, Role.FIRST_FRAME, first), reference(2, Role.LAST_FRAME, last));
        Prompt prompt = new Prompt(List.of(new Prompt.Tag(MediaKind.IMAGE, 1), new Prompt.Text(" to "), new Prompt.Tag(MediaKind.IMAGE, 2)));
        provider.submit(order(request(prompt, Mode.FIRST_LAST_FRAME, frames), List.of(first, last)));
        assertThat(sentBody()).contains("\"the first frame to the last frame\"", "\"first_frame\"", "\"last_frame\"");
    }

    @Test
    void a_clip_goes_by_address_and_without_one_nothing_is_sent() throws Exception {
        ReferenceSource hidden = source(MediaType.MP4, Optional.empty());
        VideoRequest request = request(Prompt.plain("x"), Mode.REFERENCE, List.of(reference(1, Role.REFERENCE, hidden)));
        assertThat(provider.submit(order(request, List.of(hidden))))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
                    assertThat(refused.detail()).contains("http.public-url");
                });
        assertThat(server.getRequestCount()).isZero();
        answer(200, "{\"id\":\"t\"}");
        ReferenceSource open = source(MediaType.MP4, Optional.of(URI.create("https://bot.example/media/x")));
        provider.submit(order(request, List.of(open)));
        assertThat(sentBody()).contains("\"video_url\":{\"url\":\"https://bot.example/media/x\"},\"role\":\"reference_video\"");
    }

    @Test
    void trap_3_a_dropped_connection_is_unknown_and_paid_once() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE).build());
        answer(200, "{\"id\":\"second\"}");
        assertThat(provider.submit(words())).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void trap_3_a_503_with_retry_after_0_is_unknown_and_paid_once() {
        server.enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());
        answer(200, "{\"id\":\"second\"}");
        assertThat(provider.submit(words())).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void trap_3_a_408_is_unknown_and_paid_once() {
        answer(408, "");
        answer(200, "{\"id\":\"second\"}");
        assertThat(provider.submit(words())).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_never_answers_leaves_the_outcome_unknown() {
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertThat(provider.submit(words())).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_cannot_be_reached_took_nothing_and_is_tried_again() throws Exception {
        URI nowhere;
        try (java.net.ServerSocket closed = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/api/v3");
        }
        assertThat(providerAt(nowhere).submit(words()))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.UPSTREAM);
                    assertThat(refused.retryAfter()).isPresent();
                });
    }

    @Test
    void html_with_200_may_have_been_accepted_and_is_not_repeated() {
        answer(200, "<html>maintenance</html>");
        assertThat(provider.submit(words())).isInstanceOf(SubmitOutcome.Unknown.class);
    }

    @Test
    void a_429_waits_as_long_as_the_gateway_asks() {
        server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "7").body("{}").build());
        assertThat(provider.submit(words()))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
                    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404})
    void a_clear_refusal_is_final_and_shows_no_foreign_text(int status) {
        answer(status, "{\"error\":{\"code\":\"Some Code <b>\",\"message\":\"secret details\"}}");
        assertThat(provider.submit(words())).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.retryAfter()).isEmpty();
            assertThat(refused.detail()).doesNotContain("secret details", "<").startsWith("HTTP " + status);
        });
    }

    @Test
    void trap_17_a_missing_channel_is_the_operators_fault_even_as_503() {
        answer(503, "{\"error\":{\"code\":\"model_not_found\",\"message\":\"no available channel for this model\"}}");
        assertThat(provider.submit(words()))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.ROUTE_MISCONFIGURED));
    }

    @Test
    void a_relays_wrapped_error_is_unwrapped() {
        answer(400, "{\"code\":\"fail_to_fetch_task\",\"message\":\"{\\\"error\\\":{\\\"code\\\":\\\"InputTextRiskDetection\\\"}}\",\"data\":null}");
        assertThat(provider.submit(words()))
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.CONTENT_POLICY));
    }

    @Test
    void trap_4_a_plain_body_marked_gzip_is_read() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("{\"id\":\"t\",\"status\":\"running\"}")
                .build());
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Running(java.util.OptionalDouble.empty()));
    }

    @Test
    void the_published_answer_of_a_finished_task_is_read() throws Exception {
        answer(200, """
                {"id":"t","model":"doubao-seedance-2-0-fast-260128","status":"succeeded",
                 "content":{"video_url":"https://x.example/a.mp4?X-Tos-Expires=86400"},
                 "usage":{"completion_tokens":108900,"total_tokens":108900},"duration":5}""");
        assertThat(provider.poll(Set.of("t")).get("t")).isInstanceOfSatisfying(TaskState.Ready.class, ready -> {
            assertThat(ready.clip().address()).hasToString("https://x.example/a.mp4?X-Tos-Expires=86400");
            long tokens = ready.clip().tokens().orElseThrow();
            assertThat(provider.cost(model(), words().request(), tokens)).contains(new Money(725_274));
            assertThat(ready.toString()).doesNotContain("x.example");
        });
    }

    @Test
    void success_without_an_address_is_not_ready_yet() throws Exception {
        answer(200, "{\"id\":\"t\",\"status\":\"succeeded\",\"content\":{}}");
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Finalizing());
    }

    @Test
    void expired_cancelled_and_failed_tasks_end_with_their_kinds() throws Exception {
        answer(200, "{\"items\":[{\"id\":\"a\",\"status\":\"expired\"},{\"id\":\"b\",\"status\":\"cancelled\"},"
                + "{\"id\":\"c\",\"status\":\"failed\",\"error\":{\"code\":\"OutputVideoSensitiveContentDetected\"}},"
                + "{\"id\":\"d\",\"status\":\"failed\"},{\"id\":\"e\",\"status\":\"sleeping\"}],\"total\":5}");
        Map<String, TaskState> states = provider.poll(Set.of("a", "b", "c", "d", "e"));
        assertThat(states.values().stream().filter(TaskState.Failed.class::isInstance).map(state -> ((TaskState.Failed) state).kind()))
                .containsExactlyInAnyOrder(
                        ErrorKind.TIMEOUT, ErrorKind.CANCELLED_BY_PROVIDER, ErrorKind.CONTENT_POLICY, ErrorKind.UPSTREAM);
        assertThat(states.get("e")).isInstanceOf(TaskState.Running.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_task_that_the_list_leaves_out_is_asked_for_by_itself() throws Exception {
        answer(200, "{\"items\":[{\"id\":\"a\",\"status\":\"queued\"}],\"total\":1}");
        answer(404, "{\"error\":{\"code\":\"ResourceNotFound\"}}");
        assertThat(provider.poll(Set.of("a", "b")))
                .containsEntry("a", new TaskState.Waiting())
                .containsEntry("b", new TaskState.Missing());
    }

    private static String task(String id, long created, String more) {
        return "{\"id\":\"" + id + "\",\"created_at\":" + created + more + "}";
    }

    private Optional<Set<String>> trace() throws Exception {
        Instant from = Instant.ofEpochSecond(1_000);
        return provider.trace(model(), words().request(), from, from.plusSeconds(600));
    }

    @Test
    void a_lost_order_is_looked_for_by_time_and_by_what_the_list_tells() throws Exception {
        String fits = ",\"resolution\":\"720p\",\"ratio\":\"16:9\",\"duration\":5,\"generate_audio\":false";
        answer(
                200,
                "{\"total\":6,\"items\":["
                        + String.join(
                                ",",
                                task("late", 1_700, ""),
                                task("waits", 1_010, ",\"status\":\"queued\""),
                                task("made", 1_005, fits),
                                task("longer", 1_004, ",\"duration\":8"),
                                task("upright", 1_003, ",\"ratio\":\"9:16\""),
                                task("early", 900, fits))
                        + "]}");

        assertThat(trace()).contains(Set.of("waits", "made"));
        assertThat(server.takeRequest().getTarget()).contains("filter.model=" + model().wireName());
    }

    @Test
    void a_list_that_does_not_go_back_far_enough_is_read_on() throws Exception {
        answer(200, "{\"total\":3,\"items\":[" + task("a", 1_020, "") + "]}");
        answer(200, "{\"total\":3,\"items\":[" + task("b", 1_010, "") + "," + task("c", 10, "") + "]}");

        assertThat(trace()).contains(Set.of("a", "b"));
    }

    @Test
    void a_list_in_no_order_is_read_to_its_end() throws Exception {
        answer(200, "{\"total\":3,\"items\":[" + task("a", 10, "") + "," + task("b", 1_010, "") + "," + task("old", 20, "") + "]}");

        assertThat(trace()).contains(Set.of("b"));
        answer(200, "{\"total\":3,\"items\":[" + task("b", 1_010, "") + "," + task("d", 1_020, "") + "]}");
        answer(200, "{\"total\":3,\"items\":[" + task("a", 10, "") + "]}");

        assertThat(trace()).contains(Set.of("b", "d"));
    }

    @Test
    void a_list_without_end_tells_nothing_for_sure() throws Exception {
        for (int page = 0; page < ArkLimits.MOST_PAGES; page++) {
            answer(200, "{\"items\":[" + task("t" + page, 1_010, "") + "]}");
        }

        assertThat(trace()).isEmpty();
    }

    @Test
    void trap_16_html_with_200_at_a_poll_is_a_fault_and_no_end_of_the_job() {
        answer(200, "<html>");
        assertThatThrownBy(() -> provider.poll(Set.of("t")))
                .isInstanceOfSatisfying(
                        ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void trap_5_a_download_carries_no_key_and_streams_to_the_file() throws Exception {
        answer(200, "mp4-bytes");
        Path target = folder.resolve("clip.mp4");
        provider.download(server.url("/tos/a.mp4?sig=1").uri(), target, 1000);
        assertThat(target).hasContent("mp4-bytes");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getTarget()).isEqualTo("/tos/a.mp4?sig=1");
    }

    @Test
    void a_clip_over_the_limit_is_not_stored() {
        answer(200, "x".repeat(2000));
        assertThatThrownBy(() -> provider.download(server.url("/a").uri(), folder.resolve("a"), 1000))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void a_public_gateway_cannot_send_us_to_plain_http_or_to_this_machine() {
        ArkProvider far = providerAt(URI.create("https://gateway.example/api/v3"));
        assertThatThrownBy(() -> far.download(server.url("/a").uri(), folder.resolve("a"), 1000))
                .isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> far.download(URI.create("https://127.0.0.1:" + server.getPort() + "/a"), folder.resolve("b"), 1000))
                .isInstanceOf(ProviderException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void only_a_waiting_task_is_deleted_because_deleting_a_finished_one_destroys_it() throws Exception {
        answer(200, "{\"id\":\"t\",\"status\":\"succeeded\",\"content\":{\"video_url\":\"https://x/y\"}}");
        assertThat(provider.withdraw("t")).isEqualTo(org.spoolbot.api.provider.VideoProvider.Withdrawal.TOO_LATE);
        assertThat(server.getRequestCount()).isEqualTo(1);
        answer(200, "{\"id\":\"t\",\"status\":\"queued\"}");
        answer(200, "{}");
        assertThat(provider.withdraw("t")).isEqualTo(org.spoolbot.api.provider.VideoProvider.Withdrawal.WITHDRAWN);
    }

    @Test
    void the_price_is_rate_times_exact_tokens() {
        assertThat(provider.price(model(), words().request())).contains(new Money(725_274));
        assertThat(provider.price(provider.models().get(1), words().request())).isEmpty();
    }
}

package org.spoolbot.providers.dialect.laozhangvideos;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.providers.dialect.GatewayBench;

/** The tables of the vendor's page, field by field. */
class VideosWireTest {
    private static final String CREATED = "{\"id\":\"task_1\",\"object\":\"video\",\"model\":\"doubao-seedance-2-0-fast-260128\","
            + "\"status\":\"submitted\",\"created_at\":1770000000,\"billing_detail\":{\"estimate\":1}}";

    @TempDir
    Path folder;

    private GatewayBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new GatewayBench(new LaozhangVideosDialect(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private String body(GenerationOrder order) throws Exception {
        bench.answer(200, CREATED);
        assertThat(bench.provider().submit(order)).isEqualTo(new SubmitOutcome.Accepted("task_1", Optional.empty()));
        RecordedRequest request = bench.sent();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /v1/videos");
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        return request.getBody().utf8();
    }

    @Test
    void words_need_no_content() throws Exception {
        assertThat(body(bench.words()))
                .isEqualTo("{\"model\":\"doubao-seedance-2-0-fast-260128\",\"prompt\":\"a red kite\",\"ratio\":\"16:9\",\"duration\":5,"
                        + "\"watermark\":false,\"generate_audio\":false}");
    }

    @Test
    void what_a_member_chose_is_sent_and_nothing_the_page_does_not_know() throws Exception {
        Format format = new Format(15, Ratio.CINEMA_21_9, Resolution.P720, true);
        Extras extras = new Extras(OptionalLong.of(42), true, true);
        assertThat(body(GatewayBench.order(bench.provider().models().get(1), format, extras, Prompt.plain("x"), Mode.TEXT)))
                .isEqualTo("{\"model\":\"doubao-seedance-2-0-260128\",\"prompt\":\"x\",\"ratio\":\"21:9\",\"duration\":15,"
                        + "\"watermark\":true,\"generate_audio\":true}");
    }

    @Test
    void references_repeat_the_prompt_and_keep_their_order_and_numbers() throws Exception {
        Prompt prompt = new Prompt(List.of(
                new Prompt.Tag(MediaKind.IMAGE, 1), new Prompt.Text(" as in "), new Prompt.Tag(MediaKind.VIDEO, 1),
                new Prompt.Text(" to "), new Prompt.Tag(MediaKind.AUDIO, 1)));
        GenerationOrder order = bench.order(
                prompt, Mode.REFERENCE,
                bench.link(1, MediaType.MP4, "https://bot.example/v.mp4"),
                bench.link(1, MediaType.PNG, "https://bot.example/i.png?sig=a%2Fb"),
                bench.link(1, MediaType.MP3, "https://bot.example/a.mp3"));
        assertThat(body(order))
                .isEqualTo("{\"model\":\"doubao-seedance-2-0-fast-260128\",\"prompt\":\"image 1 as in video 1 to audio 1\",\"content\":["
                        + "{\"type\":\"text\",\"text\":\"image 1 as in video 1 to audio 1\"},"
                        + "{\"type\":\"video_url\",\"video_url\":{\"url\":\"https://bot.example/v.mp4\"},\"role\":\"reference_video\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://bot.example/i.png?sig=a%2Fb\"},\"role\":\"reference_image\"},"
                        + "{\"type\":\"audio_url\",\"audio_url\":{\"url\":\"https://bot.example/a.mp3\"},\"role\":\"reference_audio\"}],"
                        + "\"ratio\":\"16:9\",\"duration\":5,\"watermark\":false,\"generate_audio\":false}");
    }

    @Test
    void the_platforms_own_link_serves_where_this_server_has_none() throws Exception {
        GatewayBench.Handed both = bench.file(
                1, Role.REFERENCE, MediaType.PNG, new byte[1],
                Optional.of(URI.create("https://bot.example/1")), Optional.of(URI.create("https://cdn.example/1")));
        GatewayBench.Handed platform =
                bench.file(2, Role.REFERENCE, MediaType.PNG, new byte[1], Optional.empty(), Optional.of(URI.create("https://cdn.example/2")));
        assertThat(body(bench.order(Prompt.plain("x"), Mode.REFERENCE, both, platform)))
                .contains("https://bot.example/1", "https://cdn.example/2")
                .doesNotContain("https://cdn.example/1");
    }

    @Test
    void a_file_without_any_address_is_not_paid_for_and_never_inlined() {
        GenerationOrder order = bench.order(
                Prompt.plain("x"), Mode.REFERENCE,
                bench.link(1, MediaType.PNG, "https://bot.example/1"), bench.file(2, Role.REFERENCE, MediaType.PNG, "x"));
        assertThat(bench.provider().submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
        });
        assertThat(bench.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"FIRST_FRAME", "FIRST_LAST_FRAME"})
    void a_frame_is_never_sold_as_a_reference(Mode mode) {
        assertThat(bench.provider().submit(bench.order(Prompt.plain("x"), mode, bench.link(1, MediaType.PNG, "https://bot.example/1"))))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_PARAMS));
        assertThat(bench.server().getRequestCount()).isZero();
    }

    @Test
    void a_refused_file_is_named_by_the_members_number() {
        bench.answer(400, "{\"code\":\"fail_to_fetch_task\",\"message\":\"{\\\"error\\\":{\\\"code\\\":"
                + "\\\"InputVideoSensitiveContentDetected\\\",\\\"message\\\":\\\"content[2] may\\\"}}\",\"data\":null}");
        GenerationOrder order = bench.order(
                Prompt.plain("x"), Mode.REFERENCE,
                bench.link(1, MediaType.PNG, "https://bot.example/1"), bench.link(1, MediaType.MP4, "https://bot.example/2"));
        assertThat(bench.provider().submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.CONTENT_POLICY);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.VIDEO, 1));
        });
    }

    private TaskState asked(int status, String body) throws Exception {
        bench.answer(status, body);
        TaskState state = bench.provider().poll(Set.of("task_1")).get("task_1");
        assertThat(bench.sent().getTarget()).isEqualTo("/v1/videos/task_1");
        return state;
    }

    @Test
    void the_progression_of_the_page_is_read() throws Exception {
        assertThat(asked(200, CREATED)).isEqualTo(new TaskState.Waiting());
        assertThat(asked(200, "{\"id\":\"task_1\",\"status\":\"queued\",\"progress\":0}")).isEqualTo(new TaskState.Waiting());
        assertThat(asked(200, "{\"id\":\"task_1\",\"status\":\"in_progress\",\"progress\":50,\"updated_at\":1770000060}"))
                .isEqualTo(new TaskState.Running(OptionalDouble.of(0.5)));
        assertThat(asked(200, "{\"id\":\"task_1\",\"status\":\"completed\",\"video_url\":\"https://x.example/a.mp4?sig=1\","
                        + "\"usage\":{\"completion_tokens\":108900,\"total_tokens\":108900}}"))
                .isInstanceOfSatisfying(TaskState.Ready.class, ready -> {
                    assertThat(ready.clip().address().toString()).startsWith("https://x.example/a.mp4?sig=1");
                    assertThat(ready.clip().tokens()).hasValue(108_900);
                });
        assertThat(asked(200, "{\"id\":\"task_1\",\"status\":\"failed\",\"error\":{\"message\":\"no\",\"code\":\"task_failed\"}}"))
                .isEqualTo(new TaskState.Failed(ErrorKind.UPSTREAM, "task failed: task_failed"));
        assertThat(asked(200, "{\"code\":\"success\",\"data\":{\"status\":\"IN_PROGRESS\",\"progress\":\"30%\"}}"))
                .isEqualTo(new TaskState.Running(OptionalDouble.of(0.3)));
        assertThat(asked(400, "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}"))
                .isEqualTo(new TaskState.Missing());
    }
}

package org.spoolbot.providers.dialect.laozhangmultipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
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

/** The samples of the vendor's page, byte for byte but for the boundary. */
class MultipartWireTest {
    private static final String TASK = "task-20260501120000-abc123";
    private static final String CREATED = "{\"task_id\":\"" + TASK + "\",\"status\":\"pending\",\"created_at\":\"2026-05-01T12:00:00Z\"}";

    @TempDir
    Path folder;

    private GatewayBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new GatewayBench(new LaozhangMultipartDialect(), folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    /** Sends it and gives the form as it went out, with a short boundary. */
    private String form(GenerationOrder order) throws Exception {
        bench.answer(200, CREATED);
        assertThat(bench.provider().submit(order)).isEqualTo(new SubmitOutcome.Accepted(TASK, Optional.empty()));
        RecordedRequest request = bench.sent();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /v1/video/generations");
        String type = request.getHeaders().get("Content-Type");
        assertThat(type).matches("multipart/form-data; boundary=[-0-9a-f]+");
        String boundary = type.substring(type.indexOf('=') + 1);
        return request.getBody().utf8().replace(boundary, "B").replace("\r\n", "\n");
    }

    private static String text(String name, String value) {
        return "--B\nContent-Disposition: form-data; name=\"" + name + "\"\n\n" + value + "\n";
    }

    private static String file(String name, String fileName, String type, String content) {
        return "--B\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\nContent-Type: " + type
                + "\n\n" + content + "\n";
    }

    @Test
    void words_go_out_as_in_the_text_to_video_example() throws Exception {
        assertThat(form(bench.order(Prompt.plain("Cute cat playing on grass under sunny sky"), Mode.TEXT)))
                .isEqualTo(text("model", "seedance-2.0") + text("prompt", "Cute cat playing on grass under sunny sky")
                        + text("duration", "5") + text("aspect_ratio", "16:9") + "--B--\n");
    }

    @Test
    void other_scripts_arrive_as_they_were_typed() throws Exception {
        assertThat(form(bench.order(Prompt.plain("猫 «ёж» 🐈\n\"x\""), Mode.TEXT))).contains(text("prompt", "猫 «ёж» 🐈\n\"x\""));
    }

    @Test
    void references_keep_their_order_and_are_called_by_their_numbers_as_in_the_multi_asset_example() throws Exception {
        Prompt prompt = new Prompt(List.of(
                new Prompt.Tag(MediaKind.IMAGE, 1),
                new Prompt.Text(" and "),
                new Prompt.Tag(MediaKind.IMAGE, 2),
                new Prompt.Text(" dancing with person from "),
                new Prompt.Tag(MediaKind.VIDEO, 1)));
        GenerationOrder order = bench.order(
                prompt,
                Mode.REFERENCE,
                bench.file(1, Role.REFERENCE, MediaType.JPEG, "one"),
                bench.file(1, Role.REFERENCE, MediaType.MP4, "clip"),
                bench.file(2, Role.REFERENCE, MediaType.PNG, "two"));
        assertThat(form(order))
                .isEqualTo(text("model", "seedance-2.0") + text("prompt", "@IMG_1 and @IMG_2 dancing with person from @VID_1")
                        + text("duration", "5") + text("aspect_ratio", "16:9")
                        + file("files", "image1.jpg", "image/jpeg", "one") + file("files", "video1.mp4", "video/mp4", "clip")
                        + file("files", "image2.png", "image/png", "two") + "--B--\n");
    }

    @Test
    void frames_go_out_as_in_the_first_last_frame_example() throws Exception {
        Format format = new Format(8, Ratio.LANDSCAPE_16_9, Resolution.P720, true);
        Prompt prompt = new Prompt(List.of(new Prompt.Text("from "), new Prompt.Tag(MediaKind.IMAGE, 1)));
        GenerationOrder order = GatewayBench.order(
                bench.model(), format, Extras.none(), prompt, Mode.FIRST_LAST_FRAME,
                bench.file(1, Role.FIRST_FRAME, MediaType.JPEG, "a"), bench.file(2, Role.LAST_FRAME, MediaType.JPEG, "z"));
        assertThat(form(order))
                .isEqualTo(text("model", "seedance-2.0") + text("prompt", "from the first frame") + text("duration", "8")
                        + text("aspect_ratio", "16:9") + file("first_frame_image", "image1.jpg", "image/jpeg", "a")
                        + file("last_frame_image", "image2.jpg", "image/jpeg", "z") + "--B--\n");
    }

    @Test
    void a_large_file_is_sent_whole_with_its_length() throws Exception {
        bench.answer(200, CREATED);
        bench.provider().submit(bench.order(
                Prompt.plain("x"), Mode.REFERENCE, bench.file(1, Role.REFERENCE, MediaType.MP4, "m".repeat(3_000_000))));
        RecordedRequest request = bench.sent();
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo(Long.toString(request.getBodySize()));
        assertThat(request.getBodySize()).isBetween(3_000_000L, 3_002_000L);
    }

    @Test
    void a_file_that_is_gone_or_grew_is_found_out_before_anything_is_paid() throws Exception {
        GatewayBench.Handed whole = bench.file(1, Role.REFERENCE, MediaType.PNG, "a");
        GatewayBench.Handed grown = bench.file(2, Role.REFERENCE, MediaType.PNG, "b");
        GenerationOrder order = bench.order(Prompt.plain("x"), Mode.REFERENCE, whole, grown);
        Files.writeString(grown.source().file().path(), "longer");
        assertThat(bench.provider().submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.STORAGE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
        });
        Files.delete(grown.source().file().path());
        assertThat(bench.provider().submit(order)).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(bench.server().getRequestCount()).isZero();
    }

    @Test
    void a_refused_picture_is_named_by_the_members_number() {
        bench.answer(400, "{\"error\":{\"code\":\"InputImageSensitiveContentDetected.PrivacyInformation\",\"message\":\"see content[2]\"}}");
        GenerationOrder order = bench.order(
                Prompt.plain("x"), Mode.REFERENCE,
                bench.file(1, Role.REFERENCE, MediaType.MP4, "a"), bench.file(1, Role.REFERENCE, MediaType.PNG, "b"));
        assertThat(bench.provider().submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.FACE_REJECTED);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
    }

    private TaskState asked(int status, String body) throws Exception {
        bench.answer(status, body);
        TaskState state = bench.provider().poll(Set.of(TASK)).get(TASK);
        assertThat(bench.sent().getTarget()).isEqualTo("/v1/video/generations/" + TASK);
        return state;
    }

    @Test
    void the_published_answers_are_read() throws Exception {
        assertThat(asked(200, CREATED)).isEqualTo(new TaskState.Waiting());
        assertThat(asked(200, "{\"task_id\":\"t\",\"status\":\"running\",\"progress\":50,\"created_at\":\"2026-05-01T12:00:00Z\"}"))
                .isEqualTo(new TaskState.Running(OptionalDouble.of(0.5)));
        assertThat(asked(200, "{\"task_id\":\"t\",\"status\":\"failed\",\"error\":{\"code\":\"GENERATION_FAILED\",\"message\":\"no\"}}"))
                .isEqualTo(new TaskState.Failed(ErrorKind.UPSTREAM, "task failed: GENERATION_FAILED"));
        assertThat(asked(200, "{\"task_id\":\"t\",\"status\":\"completed\",\"video_url\":\"https://example.com/generated-video.mp4\"}"))
                .isInstanceOfSatisfying(TaskState.Ready.class, ready -> {
                    assertThat(ready.clip().address()).hasToString("https://example.com/generated-video.mp4");
                    assertThat(ready.clip().tokens()).isEmpty();
                });
    }

    @Test
    void trap_1_succeeded_is_not_completed_until_there_is_an_address() throws Exception {
        assertThat(asked(200, "{\"status\":\"succeeded\"}")).isEqualTo(new TaskState.Finalizing());
        assertThat(asked(200, "{\"status\":\"succeeded\",\"video_url\":\"https://x.example/a\"}")).isInstanceOf(TaskState.Ready.class);
    }

    @Test
    void billed_tokens_are_told_and_have_a_price() throws Exception {
        assertThat(asked(200, "{\"status\":\"completed\",\"video_url\":\"https://x.example/a\",\"usage\":{\"total_tokens\":\"108900\"}}"))
                .isInstanceOfSatisfying(TaskState.Ready.class, ready -> assertThat(ready.clip().tokens()).hasValue(108_900));
        assertThat(bench.provider().cost(bench.model(), bench.words().request(), 108_900)).contains(new Money(1_089_000));
    }

    @Test
    void trap_15_an_unknown_task_may_come_as_400() throws Exception {
        assertThat(asked(400, "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}"))
                .isEqualTo(new TaskState.Missing());
        assertThat(asked(404, "")).isEqualTo(new TaskState.Missing());
        assertThat(asked(200, "{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\",\"data\":null}"))
                .isEqualTo(new TaskState.Missing());
    }

    @Test
    void trap_16_a_page_instead_of_an_answer_does_not_end_the_job() {
        bench.answer(200, "<html>");
        assertThatThrownBy(() -> bench.provider().poll(Set.of(TASK)))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void trap_5_the_download_carries_no_key() throws Exception {
        bench.answer(200, "mp4");
        bench.provider().download(bench.server().url("/tos/a.mp4?sig=1").uri(), folder.resolve("clip"), 10);
        assertThat(folder.resolve("clip")).hasContent("mp4");
        RecordedRequest request = bench.server().takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getTarget()).isEqualTo("/tos/a.mp4?sig=1");
    }
}

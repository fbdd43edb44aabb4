package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.linked;
import static org.spoolbot.providers.dialect.Drafts.order;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.dialect.LoopbackGateway;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

class EvolinkProviderTest {
    private final LoopbackGateway gateway = new LoopbackGateway();
    private final VideoProvider provider = open(EnumSet.noneOf(GatewaySwitch.class), Optional.empty());

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        gateway.close();
    }

    private VideoProvider open(Set<GatewaySwitch> switches, Optional<URI> callback) {
        GatewaySettings settings = new GatewaySettings(
                "evolink", EvolinkModels.all(), Map.of(), GatewayLimits.NONE, switches, Optional.of(gateway.address("/files")));
        return new EvolinkDialect(() -> Instant.EPOCH).open(settings, gateway.lines(gateway.address("/"), callback));
    }

    private Model model() {
        return provider.models().getFirst();
    }

    private GenerationOrder words() {
        return Drafts.words(model(), "a red kite", FORMAT);
    }

    @Test
    void an_order_is_posted_once_and_its_task_is_asked_for_elsewhere() throws Exception {
        gateway.answer(200, "{\"id\":\"task-unified-1\",\"task_info\":{\"estimated_time\":90}}");
        gateway.answer(200, "{\"id\":\"task-unified-1\",\"status\":\"processing\",\"progress\":10}");
        assertThat(provider.submit(words())).isEqualTo(new SubmitOutcome.Accepted("task-unified-1", Optional.of(Duration.ofSeconds(90))));
        assertThat(provider.poll(Set.of("task-unified-1")))
                .containsEntry("task-unified-1", new TaskState.Running(OptionalDouble.of(0.1)));
        assertThat(gateway.next().getTarget()).isEqualTo("/v1/videos/generations");
        assertThat(gateway.next().getTarget()).isEqualTo("/v1/tasks/task-unified-1");
    }

    @Test
    void trap_16_html_with_200_at_a_question_ends_no_job() {
        gateway.answer(200, "<html>");
        assertThatThrownBy(() -> provider.poll(Set.of("t")))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void trap_4_a_plain_answer_marked_gzip_is_read() throws Exception {
        gateway.answer(200, "{\"id\":\"t\"}", "Content-Encoding", "gzip");
        gateway.answer(200, "{\"status\":\"pending\"}", "Content-Encoding", "gzip");
        assertThat(provider.submit(words())).isEqualTo(new SubmitOutcome.Accepted("t", Optional.empty()));
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Waiting());
    }

    @Test
    void the_refused_field_names_the_picture() {
        gateway.answer(400, "{\"error\":{\"code\":\"invalid_parameters\",\"message\":\"bad\",\"param\":\"image_urls[1]\"}}");
        GenerationOrder order = order(
                model(),
                Mode.FIRST_LAST_FRAME,
                Prompt.plain("x"),
                FORMAT,
                List.of(linked(MediaType.PNG, "https://bot.example/1.png"), linked(MediaType.PNG, "https://bot.example/2.png")));
        assertThat(provider.submit(order)).isInstanceOfSatisfying(
                SubmitOutcome.Refused.class, refused -> assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2)));
    }

    @Test
    void a_task_that_is_not_known_is_missing() throws Exception {
        gateway.answer(404, "{\"error\":{\"code\":\"task_not_found\",\"message\":\"x\",\"type\":\"invalid_request_error\"}}");
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Missing());
    }

    @Test
    void a_refusal_names_the_only_picture_and_shows_no_foreign_text() {
        gateway.answer(400, "{\"error\":{\"code\":400,\"message\":\"human face in picture <b>\",\"type\":\"invalid_request_error\"}}");
        GenerationOrder order = order(
                model(), Mode.FIRST_FRAME, Prompt.plain("x"), FORMAT, List.of(linked(MediaType.PNG, "https://bot.example/1.png")));
        assertThat(provider.submit(order))
                .isEqualTo(new SubmitOutcome.Refused(
                        ErrorKind.FACE_REJECTED, "HTTP 400 400", Optional.empty(), List.of(new Blame.File(MediaKind.IMAGE, 1))));
    }

    @Test
    void pictures_that_would_be_taken_for_frames_are_never_posted() {
        GenerationOrder order = order(
                model(), Mode.REFERENCE, Prompt.plain("x"), FORMAT, List.of(linked(MediaType.PNG, "https://bot.example/1.png")));
        assertThat(provider.submit(order)).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(gateway.requests()).isZero();
    }

    @Test
    void without_a_link_or_uploads_nothing_is_posted_and_the_file_is_named() {
        GenerationOrder order = order(
                model(), Mode.FIRST_FRAME, Prompt.plain("x"), FORMAT, List.of(Drafts.stored(folder, MediaType.PNG, 1)));
        assertThat(provider.submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
        assertThat(gateway.requests()).isZero();
    }

    @Test
    void the_platforms_link_serves_where_this_server_has_none() throws Exception {
        gateway.answer(200, "{\"id\":\"t\"}");
        var picture = Drafts.alsoAt(Drafts.stored(folder, MediaType.PNG, 1), "https://cdn.example/1.png");
        provider.submit(order(model(), Mode.FIRST_FRAME, Prompt.plain("x"), FORMAT, List.of(picture)));
        assertThat(gateway.nextBody().path("image_urls").path(0).asText()).isEqualTo("https://cdn.example/1.png");
    }

    @Test
    void a_callback_is_asked_for_only_where_it_is_switched_on() throws Exception {
        URI callback = URI.create("http://127.0.0.1:9/callbacks/evolink/s");
        gateway.answer(200, "{\"id\":\"t\"}").answer(200, "{\"id\":\"t\"}");
        open(EnumSet.of(GatewaySwitch.CALLBACKS), Optional.of(callback)).submit(words());
        assertThat(gateway.nextBody().path("callback_url").asText()).isEqualTo(callback.toString());
        open(EnumSet.noneOf(GatewaySwitch.class), Optional.of(callback)).submit(words());
        assertThat(gateway.nextBody().has("callback_url")).isFalse();
    }

    @Test
    void a_file_is_offered_for_upload_only_where_there_is_an_upload_service() {
        assertThat(ways(provider)).doesNotContain(Handover.UPLOAD);
        VideoProvider uploading = open(EnumSet.of(GatewaySwitch.UPLOADS), Optional.empty());
        assertThat(ways(uploading)).contains(Handover.UPLOAD);
        assertThat(uploading.models().getFirst().capabilities().media().get(MediaKind.IMAGE).types())
                .doesNotContain(MediaType.BMP, MediaType.TIFF);
    }

    private static Set<Handover> ways(VideoProvider provider) {
        return provider.models().getFirst().capabilities().media().get(MediaKind.IMAGE).ways();
    }

    @Test
    void trap_5_a_clip_is_fetched_without_the_key() throws Exception {
        gateway.answer(200, "mp4");
        Path target = folder.resolve("clip.mp4");
        provider.download(gateway.address("/clips/1?sig=2"), target, 100);
        assertThat(target).hasContent("mp4");
        assertThat(gateway.nextWithoutKey()).isEqualTo("/clips/1?sig=2");
    }
}

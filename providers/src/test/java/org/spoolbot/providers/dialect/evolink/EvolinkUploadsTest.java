package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.order;
import static org.spoolbot.providers.dialect.Drafts.stored;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.dialect.LoopbackGateway;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

class EvolinkUploadsTest {
    private static final String TAKEN = "{\"id\":\"task-unified-1\"}";

    private final LoopbackGateway gateway = new LoopbackGateway();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final VideoProvider provider = open();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        gateway.close();
    }

    private VideoProvider open() {
        GatewaySettings settings = new GatewaySettings(
                "evolink",
                EvolinkModels.all(),
                Map.of(),
                GatewayLimits.NONE,
                EnumSet.of(GatewaySwitch.UPLOADS),
                Optional.of(gateway.address("/files-api")));
        return new EvolinkDialect(() -> now).open(settings, gateway.lines("/"));
    }

    private static String file(String name) {
        return "{\"success\":true,\"code\":200,\"msg\":\"ok\",\"data\":{\"file_id\":\"file_abc123\",\"file_url\":\"https://files.example/"
                + name + "\",\"expires_at\":\"2026-11-24T20:00:00+08:00\"}}";
    }

    private SubmitOutcome submit(ReferenceSource... files) {
        Mode mode = files.length == 1 ? Mode.FIRST_FRAME : Mode.REFERENCE;
        return provider.submit(order(provider.models().getFirst(), mode, Prompt.plain("x"), FORMAT, List.of(files)));
    }

    @Test
    void every_file_is_uploaded_as_a_stream_before_the_one_paid_call() throws Exception {
        gateway.answer(200, file("1.png")).answer(200, file("2.mp4")).answer(200, TAKEN);
        assertThat(submit(stored(folder, MediaType.PNG, 1), stored(folder, MediaType.MP4, 2))).isInstanceOf(SubmitOutcome.Accepted.class);
        RecordedRequest upload = gateway.next();
        assertThat(upload.getTarget()).isEqualTo("/files-api/api/v1/files/upload/stream");
        assertThat(upload.getHeaders().get("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(upload.getBody().utf8())
                .contains("name=\"file\"; filename=\"" + "0".repeat(63) + "1.png\"", "Content-Type: image/png", "\u0001\u0002\u0003");
        assertThat(gateway.next().getTarget()).isEqualTo("/files-api/api/v1/files/upload/stream");
        RecordedRequest paid = gateway.next();
        assertThat(paid.getTarget()).isEqualTo("/v1/videos/generations");
        assertThat(paid.getBody().utf8())
                .contains("\"image_urls\":[\"https://files.example/1.png\"]", "\"video_urls\":[\"https://files.example/2.mp4\"]");
        assertThat(gateway.requests()).isEqualTo(3);
    }

    @Test
    void the_same_picture_is_uploaded_once_as_long_as_it_is_surely_kept() throws Exception {
        gateway.answer(200, file("1.png")).answer(200, TAKEN).answer(200, TAKEN);
        submit(stored(folder, MediaType.PNG, 1));
        now = now.plus(Duration.ofHours(65));
        submit(stored(folder, MediaType.PNG, 1));
        assertThat(gateway.requests()).isEqualTo(3);
        now = now.plus(Duration.ofHours(2));
        gateway.answer(200, file("again.png")).answer(200, TAKEN);
        submit(stored(folder, MediaType.PNG, 1));
        assertThat(gateway.requests()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"401, AUTH", "402, NO_CREDIT", "404, ROUTE_MISCONFIGURED", "413, INVALID_PARAMS", "429, RATE_LIMIT", "500, UPSTREAM"})
    void a_refused_upload_pays_for_nothing(int status, ErrorKind kind) {
        gateway.answer(status, "{\"error\":{\"code\":" + status + ",\"message\":\"no\"}}");
        assertThat(submit(stored(folder, MediaType.PNG, 1)))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void an_upload_without_an_answer_pays_for_nothing_and_may_be_tried_again() {
        gateway.hangUp();
        assertThat(submit(stored(folder, MediaType.PNG, 1))).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.UPSTREAM);
            assertThat(refused.retryAfter()).isPresent();
        });
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void success_that_holds_no_file_is_none() {
        gateway.answer(200, "{\"success\":false,\"code\":500,\"msg\":\"quota is used up\",\"data\":null}");
        assertThat(submit(stored(folder, MediaType.PNG, 1))).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void a_full_upload_service_is_passed_by_where_a_link_is_open() throws Exception {
        gateway.answer(429, "{}").answer(200, TAKEN);
        submit(Drafts.alsoAt(stored(folder, MediaType.PNG, 1), "https://cdn.example/1.png"));
        gateway.next();
        assertThat(gateway.nextBody().path("image_urls").path(0).asText()).isEqualTo("https://cdn.example/1.png");
    }
}

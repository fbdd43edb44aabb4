package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.linked;
import static org.spoolbot.providers.dialect.Drafts.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.LoopbackGateway;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

class KyyAssetsTest {
    private static final ReferenceSource ANNA = linked(MediaType.PNG, "https://bot.example/anna.png");
    private static final ReferenceSource BEN = linked(MediaType.PNG, "https://bot.example/ben.png");
    private static final ReferenceSource DANCE = linked(MediaType.MP4, "https://bot.example/dance.mp4");

    private final LoopbackGateway gateway = new LoopbackGateway();
    private final List<Duration> pauses = new ArrayList<>();
    private final VideoProvider provider = open(pauses::add);

    @AfterEach
    void stop() {
        gateway.close();
    }

    private VideoProvider open(Pause pause) {
        GatewaySettings settings = new GatewaySettings(
                "kyy", KyyModels.all(), Map.of(), GatewayLimits.NONE, EnumSet.of(GatewaySwitch.ASSET_LIBRARY), Optional.empty());
        return new KyyDialect(pause).open(settings, gateway.lines("/kyyReactApiServer"));
    }

    private SubmitOutcome submit(ReferenceSource... files) {
        Prompt prompt = Prompt.plain("they dance");
        return provider.submit(order(provider.models().getFirst(), Mode.REFERENCE, prompt, FORMAT, List.of(files)));
    }

    private LoopbackGateway added(String id) {
        return gateway.answer(200, "{\"code\":0,\"msg\":null,\"data\":{\"assetId\":\"" + id + "\"}}");
    }

    private LoopbackGateway status(String status) {
        return gateway.answer(200, "{\"code\":0,\"data\":{\"assetId\":\"a\",\"assetType\":\"Image\",\"status\":\"" + status + "\"}}");
    }

    @Test
    void pictures_are_looked_at_before_the_one_paid_call_and_videos_go_by_link() throws Exception {
        added("asset-1");
        added("asset-2");
        status("Processing");
        status("Active");
        status("Active");
        gateway.answer(200, "{\"id\":\"video_1\"}");
        assertThat(submit(ANNA, DANCE, BEN)).isEqualTo(new SubmitOutcome.Accepted("video_1", Optional.empty()));

        assertThat(gateway.nextBody()).isEqualTo(LoopbackGateway.json("{\"assetType\":\"Image\",\"url\":\"https://bot.example/anna.png\"}"));
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/kyyVideo2/asset/upload");
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/kyyVideo2/asset/asset-1");
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/kyyVideo2/asset/asset-1");
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/kyyVideo2/asset/asset-2");
        JsonNode paid = gateway.nextBody();
        assertThat(paid.path("referenceImages"))
                .isEqualTo(LoopbackGateway.json("[\"asset://asset-1\",\"asset://asset-2\"]"));
        assertThat(paid.path("referenceVideos").path(0).asText()).isEqualTo("https://bot.example/dance.mp4");
        assertThat(paid.path("prompt").asText()).doesNotContain("asset");
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void a_picture_that_was_taken_before_is_not_handed_in_again() throws Exception {
        added("asset-1");
        status("Active");
        gateway.answer(200, "{\"id\":\"v1\"}");
        submit(ANNA);
        status("Active");
        status("Active");
        gateway.answer(200, "{\"id\":\"v2\"}");
        assertThat(submit(ANNA)).isEqualTo(new SubmitOutcome.Accepted("v2", Optional.empty()));
    }

    @Test
    void a_picture_that_the_library_has_lost_is_handed_in_again() throws Exception {
        added("asset-1");
        status("Active");
        gateway.answer(200, "{\"id\":\"v1\"}");
        submit(ANNA);
        gateway.answer(200, "{\"code\":-1,\"msg\":\"素材不存在\",\"data\":null}");
        added("asset-9");
        status("Active");
        gateway.answer(200, "{\"id\":\"v2\"}");
        assertThat(submit(ANNA)).isEqualTo(new SubmitOutcome.Accepted("v2", Optional.empty()));
        for (int call = 0; call < 6; call++) {
            gateway.next();
        }
        assertThat(gateway.nextBody().path("referenceImages").path(0).asText()).isEqualTo("asset://asset-9");
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({"'', FACE_REJECTED", "人脸审核未通过, FACE_REJECTED", "素材 URL 无法访问, MEDIA_UNFETCHABLE", "download failed, MEDIA_UNFETCHABLE"})
    void a_refused_picture_pays_for_nothing_and_is_named(String sentence, ErrorKind kind) {
        added("asset-1");
        added("asset-2");
        status("Active");
        gateway.answer(200, "{\"code\":0,\"msg\":\"" + sentence + "\",\"data\":{\"assetId\":\"asset-2\",\"status\":\"Failed\"}}");
        assertThat(submit(ANNA, BEN)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
            assertThat(refused.retryAfter()).isEmpty();
        });
        assertThat(gateway.requests()).isEqualTo(4);
    }

    @Test
    void a_library_that_cannot_read_the_link_says_so_with_200() {
        gateway.answer(200, "{\"code\":1001,\"msg\":\"素材 URL 无法访问\",\"data\":null}");
        assertThat(submit(ANNA)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void the_wait_for_a_slow_library_ends_after_a_minute_and_the_picture_is_not_handed_in_twice() {
        added("asset-1");
        for (int question = 0; question <= 20; question++) {
            status("Processing");
        }
        assertThat(submit(ANNA)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.UPSTREAM);
            assertThat(refused.retryAfter()).isPresent();
            assertThat(refused.blames()).isEmpty();
        });
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(1));
        status("Active");
        status("Active");
        gateway.answer(200, "{\"id\":\"v2\"}");
        assertThat(submit(ANNA)).isEqualTo(new SubmitOutcome.Accepted("v2", Optional.empty()));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"401, '', AUTH", "500, '', UPSTREAM", "200, '{\"code\":0,\"data\":{}}', PROTOCOL", "200, '<html>', PROTOCOL"})
    void a_library_that_does_not_work_pays_for_nothing_and_blames_no_picture(int status, String body, ErrorKind kind) {
        gateway.answer(status, body);
        assertThat(submit(ANNA)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.blames()).isEmpty();
        });
        assertThat(gateway.requests()).isEqualTo(1);
    }

    @Test
    void a_status_that_nobody_knows_is_not_taken_for_patience() {
        added("asset-1");
        status("Reviewing2");
        assertThat(submit(ANNA))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.PROTOCOL));
        assertThat(pauses).isEmpty();
    }

    @Test
    void stopping_the_server_ends_the_wait_at_once() {
        VideoProvider stopping = open(time -> {
            throw new InterruptedException();
        });
        added("asset-1");
        status("Processing");
        SubmitOutcome outcome =
                stopping.submit(order(provider.models().getFirst(), Mode.REFERENCE, Prompt.plain("x"), FORMAT, List.of(ANNA)));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(gateway.requests()).isEqualTo(2);
    }
}

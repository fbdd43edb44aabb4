package org.spoolbot.providers.dialect.ark;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

class ArkOrdersTest extends ArkBench {
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
}

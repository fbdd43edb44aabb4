package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.api.media.MediaKind.AUDIO;
import static org.spoolbot.api.media.MediaKind.IMAGE;
import static org.spoolbot.api.media.MediaKind.VIDEO;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.linked;
import static org.spoolbot.providers.dialect.Drafts.order;
import static org.spoolbot.providers.dialect.Drafts.prompt;
import static org.spoolbot.providers.dialect.Drafts.tag;
import static org.spoolbot.providers.dialect.LoopbackGateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.gateway.GatewayJson;

class EvolinkRequestsTest {
    static final Model UMBRELLA = EvolinkModels.all().getFirst();
    static final Model SPLIT = new Model("seedance", "seedance-2.0-{mode}-to-video", UMBRELLA.capabilities(), false);

    private final EvolinkRequests requests = new EvolinkRequests(new GatewayJson());

    private JsonNode sent(GenerationOrder order) {
        List<String> addresses = order.sources().stream().map(source -> source.publicAddress().orElseThrow().toString()).toList();
        return json(requests.create(order, addresses, Optional.empty()));
    }

    private static Format format(int seconds, boolean audio) {
        return new Format(seconds, Ratio.LANDSCAPE_16_9, Resolution.P1080, audio);
    }

    @Test
    void words_are_sent_as_the_documents_sample() {
        String words = "A luxury watch rotating slowly on a marble surface, soft studio lighting, product showcase, cinematic 4K";
        assertThat(sent(Drafts.words(UMBRELLA, words, format(8, false)))).isEqualTo(json("""
                {"model": "seedance-2.0",
                 "prompt": "A luxury watch rotating slowly on a marble surface, soft studio lighting, product showcase, cinematic 4K",
                 "duration": 8, "quality": "1080p", "aspect_ratio": "16:9", "generate_audio": false}"""));
    }

    @Test
    void a_first_frame_is_sent_as_the_documents_sample_with_the_format_spelled_out() {
        String words = "The woman turns her head slowly and smiles, hair gently flowing in the wind";
        GenerationOrder order = order(
                UMBRELLA,
                Mode.FIRST_FRAME,
                Prompt.plain(words),
                format(5, true),
                List.of(linked(MediaType.JPEG, "https://example.com/portrait.jpg")));
        assertThat(sent(order)).isEqualTo(json("""
                {"model": "seedance-2.0",
                 "prompt": "The woman turns her head slowly and smiles, hair gently flowing in the wind",
                 "image_urls": ["https://example.com/portrait.jpg"],
                 "duration": 5, "quality": "1080p", "aspect_ratio": "16:9", "generate_audio": true}"""));
    }

    private static final List<ReferenceSource> FRAMES = List.of(
            linked(MediaType.JPEG, "https://example.com/frame-start.jpg"), linked(MediaType.JPEG, "https://example.com/frame-end.jpg"));

    @Test
    void first_and_last_frame_are_sent_as_the_documents_sample() {
        String words = "Smooth camera pan revealing the landscape, golden hour lighting";
        assertThat(sent(order(UMBRELLA, Mode.FIRST_LAST_FRAME, Prompt.plain(words), format(8, true), FRAMES))).isEqualTo(json("""
                {"model": "seedance-2.0", "prompt": "Smooth camera pan revealing the landscape, golden hour lighting",
                 "image_urls": ["https://example.com/frame-start.jpg", "https://example.com/frame-end.jpg"],
                 "duration": 8, "quality": "1080p", "aspect_ratio": "16:9", "generate_audio": true}"""));
    }

    @Test
    void the_first_frame_is_first_even_if_the_last_was_added_before_it() {
        GenerationOrder straight = order(UMBRELLA, Mode.FIRST_LAST_FRAME, Prompt.plain("x"), FORMAT, FRAMES);
        VideoRequest request = straight.request();
        VideoRequest turned = new VideoRequest(
                request.prompt(), request.mode(), request.references().reversed(), FORMAT, Extras.none(), Optional.empty());
        GenerationOrder order = new GenerationOrder(straight.job(), UMBRELLA, turned, FRAMES.reversed());
        assertThat(sent(order).path("image_urls").path(0).asText()).endsWith("frame-start.jpg");
    }

    private static final List<ReferenceSource> SCENE = List.of(
            linked(MediaType.JPEG, "https://example.com/scene.jpg"),
            linked(MediaType.MP4, "https://example.com/reference-camera.mp4"),
            linked(MediaType.MP3, "https://example.com/bgm.mp3"));
    private static final Prompt TAGGED = prompt(
            tag(IMAGE, 1), " as first frame, replicate ", tag(VIDEO, 1), " camera movement, ", tag(AUDIO, 1), " for BGM rhythm");

    @Test
    void references_are_sent_and_tagged_as_the_documents_sample() {
        assertThat(sent(order(UMBRELLA, Mode.REFERENCE, TAGGED, format(10, true), SCENE))).isEqualTo(json("""
                {"model": "seedance-2.0",
                 "prompt": "@Image1 as first frame, replicate @Video1 camera movement, @Audio1 for BGM rhythm",
                 "image_urls": ["https://example.com/scene.jpg"],
                 "video_urls": ["https://example.com/reference-camera.mp4"],
                 "audio_urls": ["https://example.com/bgm.mp3"],
                 "duration": 10, "quality": "1080p", "aspect_ratio": "16:9", "generate_audio": true}"""));
    }

    @Test
    void a_split_id_names_the_mode_and_tags_in_words() {
        JsonNode references = sent(order(SPLIT, Mode.REFERENCE, TAGGED, FORMAT, SCENE));
        assertThat(references.path("model").asText()).isEqualTo("seedance-2.0-reference-to-video");
        assertThat(references.path("prompt").asText())
                .isEqualTo("image 1 as first frame, replicate video 1 camera movement, audio 1 for BGM rhythm");
        assertThat(sent(order(SPLIT, Mode.FIRST_LAST_FRAME, Prompt.plain("x"), FORMAT, FRAMES)).path("model").asText())
                .isEqualTo("seedance-2.0-image-to-video");
        assertThat(sent(Drafts.words(SPLIT, "x", FORMAT)).path("model").asText()).isEqualTo("seedance-2.0-text-to-video");
    }

    @Test
    void trap_9_one_or_two_pictures_alone_would_become_frames_and_are_not_sent() {
        assertThat(EvolinkRequests.isMisread(order(UMBRELLA, Mode.REFERENCE, Prompt.plain("x"), FORMAT, FRAMES))).isTrue();
        assertThat(EvolinkRequests.isMisread(order(UMBRELLA, Mode.REFERENCE, Prompt.plain("x"), FORMAT, FRAMES.subList(0, 1)))).isTrue();
        assertThat(EvolinkRequests.isMisread(order(UMBRELLA, Mode.REFERENCE, Prompt.plain("x"), FORMAT, SCENE))).isFalse();
        assertThat(EvolinkRequests.isMisread(order(SPLIT, Mode.REFERENCE, Prompt.plain("x"), FORMAT, FRAMES))).isFalse();
        assertThat(EvolinkRequests.isMisread(order(UMBRELLA, Mode.FIRST_LAST_FRAME, Prompt.plain("x"), FORMAT, FRAMES))).isFalse();
        List<ReferenceSource> three = List.of(FRAMES.get(0), FRAMES.get(1), FRAMES.get(0));
        assertThat(EvolinkRequests.isMisread(order(UMBRELLA, Mode.REFERENCE, Prompt.plain("x"), FORMAT, three))).isFalse();
    }

    @Test
    void only_an_id_for_each_mode_offers_pictures_alone_as_references() {
        List<Model> offered = EvolinkModels.offered(List.of(UMBRELLA, SPLIT), true);
        assertThat(offered).extracting(model -> model.capabilities().has(Feature.PICTURES_ALONE)).containsExactly(false, true);
    }

    @Test
    void a_callback_address_goes_last_in_the_order() {
        URI callback = URI.create("https://bot.example/callbacks/evolink/secret");
        String body = requests.create(Drafts.words(UMBRELLA, "x", FORMAT), List.of(), Optional.of(callback));
        assertThat(json(body).path("callback_url").asText()).isEqualTo(callback.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "https://bot.example/callbacks/a, false, true",
        "HTTPS://bot.example/a, false, true",
        "http://bot.example/a, false, false",
        "https://127.0.0.1/a, false, false",
        "https://192.168.1.4:8443/a, false, false",
        "https://[::1]/a, false, false",
        "https://localhost/a, false, false",
        "https://studio.local/a, false, false",
        "http://127.0.0.1:8080/a, true, true"
    })
    void an_address_that_the_gateway_refuses_does_not_cost_the_order(URI address, boolean nearby, boolean sent) {
        assertThat(EvolinkRequests.callback(Optional.of(address), nearby).isPresent()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2049})
    void a_callback_address_has_2048_characters_at_most(int length) {
        String start = "https://bot.example/";
        URI address = URI.create(start + "x".repeat(length - start.length()));
        assertThat(EvolinkRequests.callback(Optional.of(address), false).isPresent()).isEqualTo(length == 2048);
    }
}

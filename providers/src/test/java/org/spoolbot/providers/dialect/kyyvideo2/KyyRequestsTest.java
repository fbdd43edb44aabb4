package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.api.media.MediaKind.AUDIO;
import static org.spoolbot.api.media.MediaKind.IMAGE;
import static org.spoolbot.api.media.MediaKind.VIDEO;
import static org.spoolbot.providers.dialect.Drafts.linked;
import static org.spoolbot.providers.dialect.Drafts.order;
import static org.spoolbot.providers.dialect.Drafts.prompt;
import static org.spoolbot.providers.dialect.Drafts.tag;
import static org.spoolbot.providers.dialect.LoopbackGateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spoolbot.api.media.MediaType;
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

class KyyRequestsTest {
    private static final Format TEN_SECONDS = new Format(10, Ratio.LANDSCAPE_16_9, Resolution.P720, true);
    private static final Set<String> DOCUMENTED = Set.of(
            "model",
            "prompt",
            "duration",
            "first_image",
            "last_image",
            "aspect_ratio",
            "generateAudio",
            "referenceAudios",
            "referenceImages",
            "referenceVideos");

    private final KyyRequests requests = new KyyRequests(new GatewayJson());

    private static Model model(String id) {
        return KyyModels.all().stream().filter(model -> model.id().equals(id)).findFirst().orElseThrow();
    }

    private JsonNode sent(GenerationOrder order) {
        List<String> addresses = order.sources().stream().map(source -> source.publicAddress().orElseThrow().toString()).toList();
        return json(requests.create(order, addresses));
    }

    @Example
    void words_are_sent_as_the_documents_sample() {
        GenerationOrder order = Drafts.words(model("seedance"), "A cat dancing in the rain, cinematic style", TEN_SECONDS);
        assertThat(sent(order)).isEqualTo(json("""
                {"model": "seedance_2_0", "prompt": "A cat dancing in the rain, cinematic style", "duration": 10,
                 "aspect_ratio": "16:9", "generateAudio": true}"""));
    }

    @Example
    void frames_have_fields_of_their_own_and_are_named_in_the_prompt() {
        List<ReferenceSource> frames =
                List.of(linked(MediaType.JPEG, "https://bot.example/1.jpg"), linked(MediaType.PNG, "https://bot.example/2.png"));
        Prompt words = prompt("from ", tag(IMAGE, 1), " to ", tag(IMAGE, 2));
        assertThat(sent(order(model("seedance-pro"), Mode.FIRST_LAST_FRAME, words, TEN_SECONDS, frames))).isEqualTo(json("""
                {"model": "seedance_2_0_pro", "prompt": "from the first frame to the last frame", "duration": 10,
                 "aspect_ratio": "16:9", "generateAudio": true,
                 "first_image": "https://bot.example/1.jpg", "last_image": "https://bot.example/2.png"}"""));
        assertThat(sent(order(model("seedance-pro"), Mode.FIRST_FRAME, words, TEN_SECONDS, frames.subList(0, 1))).has("last_image")).isFalse();
    }

    @Example
    void references_go_into_three_lists_and_are_numbered_by_kind() {
        List<ReferenceSource> files = List.of(
                linked(MediaType.PNG, "https://bot.example/1.png"),
                linked(MediaType.MP4, "https://bot.example/1.mp4"),
                linked(MediaType.PNG, "https://bot.example/2.png"),
                linked(MediaType.MP3, "https://bot.example/1.mp3"));
        Prompt words = prompt(tag(IMAGE, 2), " moves like ", tag(VIDEO, 1), " to ", tag(AUDIO, 1));
        Format silent = new Format(4, Ratio.ADAPTIVE, Resolution.P720, false);
        assertThat(sent(order(model("seedance-fast"), Mode.REFERENCE, words, silent, files))).isEqualTo(json("""
                {"model": "seedance_2_0_fast", "prompt": "image 2 moves like video 1 to audio 1", "duration": 4,
                 "aspect_ratio": "adaptive", "generateAudio": false,
                 "referenceImages": ["https://bot.example/1.png", "https://bot.example/2.png"],
                 "referenceVideos": ["https://bot.example/1.mp4"], "referenceAudios": ["https://bot.example/1.mp3"]}"""));
    }

    @Example
    void a_picture_for_the_library_is_sent_as_its_document_says() {
        assertThat(json(requests.picture("https://bot.example/1.png"))).isEqualTo(json("""
                {"assetType": "Image", "url": "https://bot.example/1.png"}"""));
    }

    @Property
    void nothing_is_sent_that_the_document_does_not_know(
            @ForAll Mode mode,
            @ForAll @IntRange(min = 1, max = 9) int images,
            @ForAll @IntRange(min = 0, max = 3) int others,
            @ForAll Ratio ratio,
            @ForAll Resolution resolution,
            @ForAll @IntRange(min = 0, max = 3) int place) {
        List<ReferenceSource> files = files(mode, images, others);
        Format format = new Format(5, ratio, resolution, images > 4);
        VideoRequest plain = Drafts.request(mode, Prompt.plain("x \" asset://a"), format, files);
        VideoRequest request = new VideoRequest(
                plain.prompt(), mode, plain.references(), format, new Extras(OptionalLong.of(7), true, true), Optional.empty());
        JsonNode body = sent(new GenerationOrder(new org.spoolbot.api.job.JobId("j"), KyyModels.all().get(place), request, files));

        List<String> sent = new ArrayList<>();
        body.fieldNames().forEachRemaining(sent::add);
        assertThat(DOCUMENTED).containsAll(sent);
        assertThat(sent).contains("model", "prompt", "duration", "aspect_ratio", "generateAudio");
        assertThat(body.has("first_image") && (body.has("referenceImages") || body.has("referenceVideos") || body.has("referenceAudios")))
                .isFalse();
        assertThat(body.has("last_image") && !body.has("first_image")).isFalse();
    }

    private static List<ReferenceSource> files(Mode mode, int images, int others) {
        List<ReferenceSource> files = new ArrayList<>();
        int pictures = switch (mode) {
            case TEXT -> 0;
            case FIRST_FRAME -> 1;
            case FIRST_LAST_FRAME -> 2;
            case REFERENCE -> images;
        };
        for (int number = 0; number < pictures; number++) {
            files.add(linked(MediaType.PNG, "https://bot.example/i" + number));
        }
        for (int number = 0; mode == Mode.REFERENCE && number < others; number++) {
            files.add(linked(MediaType.MP4, "https://bot.example/v" + number));
            files.add(linked(MediaType.WAV, "https://bot.example/a" + number));
        }
        return files;
    }

    @Example
    void trap_8_models_that_need_a_video_offer_nothing_without_one() {
        assertThat(KyyModels.all()).extracting(Model::id).containsExactly("seedance-fast-pro", "seedance-pro", "seedance", "seedance-fast");
        for (String id : List.of("seedance", "seedance-fast")) {
            assertThat(model(id).capabilities().modes()).containsExactly(Mode.REFERENCE);
            assertThat(model(id).capabilities().media().get(VIDEO).minCount()).isEqualTo(1);
        }
        for (String id : List.of("seedance-pro", "seedance-fast-pro")) {
            assertThat(model(id).capabilities().modes()).containsExactlyInAnyOrder(Mode.values());
            assertThat(model(id).capabilities().media().get(VIDEO).minCount()).isZero();
        }
    }
}

package org.spoolbot.providers.dialect.evolink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.providers.dialect.LoopbackGateway.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.price.RateTable;
import org.spoolbot.providers.price.SecondRate;

class EvolinkPropertiesTest {
    private static final Set<String> DOCUMENTED = Set.of(
            "model", "prompt", "image_urls", "video_urls", "audio_urls", "duration", "quality", "aspect_ratio", "generate_audio", "callback_url");
    private static final Set<String> ALWAYS = Set.of("model", "prompt", "duration", "quality", "aspect_ratio", "generate_audio");

    @Property
    void nothing_is_sent_that_the_document_does_not_know(
            @ForAll Mode mode,
            @ForAll @IntRange(min = 0, max = 9) int images,
            @ForAll @IntRange(min = 0, max = 3) int others,
            @ForAll Ratio ratio,
            @ForAll boolean switched) {
        Model model = switched ? EvolinkRequestsTest.SPLIT : EvolinkRequestsTest.UMBRELLA;
        List<ReferenceSource> files = files(mode, images, others);
        Format format = new Format(4 + images, ratio, Resolution.P1080, switched);
        VideoRequest plain = Drafts.request(mode, Prompt.plain("x @Image9 \" \n"), format, files);
        VideoRequest request = new VideoRequest(
                plain.prompt(), mode, plain.references(), format, new Extras(OptionalLong.of(7), true, true), Optional.empty());
        GenerationOrder order = new GenerationOrder(new org.spoolbot.api.job.JobId("j"), model, request, files);
        List<String> addresses = files.stream().map(file -> file.publicAddress().orElseThrow().toString()).toList();

        JsonNode body = json(new EvolinkRequests(new GatewayJson())
                .create(order, addresses, switched ? Optional.of(URI.create("https://bot.example/c")) : Optional.empty()));

        List<String> sent = new ArrayList<>();
        body.fieldNames().forEachRemaining(sent::add);
        assertThat(DOCUMENTED).containsAll(sent);
        assertThat(sent).containsAll(ALWAYS);
        List<String> links = new ArrayList<>();
        for (String field : List.of("image_urls", "video_urls", "audio_urls")) {
            body.path(field).forEach(link -> links.add(link.asText()));
            assertThat(body.has(field) && body.path(field).isEmpty()).isFalse();
        }
        assertThat(links).containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(body.path("model").asText()).doesNotContain("{");
    }

    private static List<ReferenceSource> files(Mode mode, int images, int others) {
        List<ReferenceSource> files = new ArrayList<>();
        int pictures = switch (mode) {
            case TEXT -> 0;
            case FIRST_FRAME -> 1;
            case FIRST_LAST_FRAME -> 2;
            case REFERENCE -> Math.max(1, images);
        };
        for (int number = 0; number < pictures; number++) {
            files.add(Drafts.linked(MediaType.PNG, "https://bot.example/i" + number));
        }
        for (int number = 0; mode == Mode.REFERENCE && number < others; number++) {
            files.add(Drafts.linked(MediaType.MP4, "https://bot.example/v" + number));
            files.add(Drafts.linked(MediaType.WAV, "https://bot.example/a" + number));
        }
        return files;
    }

    /** EvoLink's price table of 2026, in USD for a second. */
    private static final SecondRate STANDARD = new SecondRate(new RateTable(
            Map.of(Resolution.P480, new BigDecimal("0.0919"), Resolution.P720, new BigDecimal("0.1985")),
            Map.of(Resolution.P480, new BigDecimal("0.0560"), Resolution.P720, new BigDecimal("0.1209"))));

    @Property
    void without_a_video_every_second_of_the_clip_costs_the_tables_price(@ForAll @IntRange(min = 4, max = 15) int seconds, @ForAll boolean large) {
        Resolution resolution = large ? Resolution.P720 : Resolution.P480;
        VideoRequest request = Drafts.request(
                Mode.TEXT, Prompt.plain("x"), new Format(seconds, Ratio.SQUARE_1_1, resolution, true), List.of());
        assertThat(STANDARD.estimate(request)).contains(new Money((large ? 198_500L : 91_900L) * seconds));
    }

    @Property
    void with_a_video_its_seconds_count_too_and_no_fewer_than_the_clips(
            @ForAll @IntRange(min = 4, max = 15) int seconds, @ForAll @IntRange(min = 2, max = 15) int given, @ForAll boolean large) {
        Resolution resolution = large ? Resolution.P720 : Resolution.P480;
        MediaInfo video = new MediaInfo(
                "0".repeat(64), MediaType.MP4, 3, Optional.empty(), Optional.of(Duration.ofSeconds(given)));
        VideoRequest request = new VideoRequest(
                Prompt.plain("x"),
                Mode.REFERENCE,
                List.of(new Reference(1, Role.REFERENCE, video)),
                new Format(seconds, Ratio.SQUARE_1_1, resolution, true),
                Extras.none(),
                Optional.empty());
        long billed = Math.max(given, seconds) + seconds;
        assertThat(STANDARD.estimate(request)).contains(new Money((large ? 120_900L : 56_000L) * billed));
    }

    @Example
    void a_size_that_the_table_lacks_has_no_price() {
        VideoRequest request = Drafts.request(
                Mode.TEXT, Prompt.plain("x"), new Format(5, Ratio.SQUARE_1_1, Resolution.P1080, true), List.of());
        assertThat(STANDARD.estimate(request)).isEmpty();
    }

    @Example
    void the_model_takes_what_the_document_says() {
        var capabilities = EvolinkModels.all().getFirst().capabilities();
        assertThat(capabilities.references().maxFiles()).isEqualTo(12);
        assertThat(capabilities.media().get(MediaKind.IMAGE).maxCount()).isEqualTo(9);
        assertThat(capabilities.media().get(MediaKind.VIDEO).pixels().minArea()).isEqualTo(409_600);
        assertThat(capabilities.media().get(MediaKind.VIDEO).pixels().maxArea()).isEqualTo(927_408);
        assertThat(capabilities.media().get(MediaKind.AUDIO).length().maxTotal()).isEqualTo(Duration.ofSeconds(15));
        assertThat(capabilities.lengths()).startsWith(4).endsWith(15).hasSize(12);
    }
}

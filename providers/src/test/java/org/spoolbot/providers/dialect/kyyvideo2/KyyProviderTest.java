package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.linked;
import static org.spoolbot.providers.dialect.Drafts.order;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.dialect.LoopbackGateway;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.price.RateTable;
import org.spoolbot.providers.price.TokenRate;

class KyyProviderTest {
    private final LoopbackGateway gateway = new LoopbackGateway();
    private final VideoProvider provider = open();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        gateway.close();
    }

    private VideoProvider open() {
        RateTable rates = new RateTable(Map.of(Resolution.P720, new BigDecimal("6")), Map.of(Resolution.P720, new BigDecimal("3")));
        GatewaySettings settings = new GatewaySettings(
                "kyy",
                KyyModels.all(),
                Map.of("seedance-fast-pro", new TokenRate(rates)),
                GatewayLimits.NONE,
                EnumSet.noneOf(GatewaySwitch.class),
                Optional.empty());
        return new KyyDialect().open(settings, gateway.lines("/kyyReactApiServer"));
    }

    private Model model() {
        return provider.models().getFirst();
    }

    private GenerationOrder words() {
        return Drafts.words(model(), "a red kite", FORMAT);
    }

    @Test
    void trap_2_a_task_is_asked_for_at_another_path_than_it_was_ordered() throws Exception {
        gateway.answer(200, "{\"id\":\"video_1\",\"model\":\"another\",\"status\":\"queued\",\"error\":null}");
        gateway.answer(200, "{\"id\":\"video_1\",\"status\":\"processing\",\"video_url\":null,\"error\":null}");
        assertThat(provider.submit(words())).isEqualTo(new SubmitOutcome.Accepted("video_1", Optional.empty()));
        assertThat(provider.poll(Set.of("video_1")).get("video_1")).isInstanceOf(TaskState.Running.class);
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/v1/kyyvideo2/videos");
        assertThat(gateway.next().getTarget()).isEqualTo("/kyyReactApiServer/v1/result/video_1");
    }

    @Test
    void trap_16_html_with_200_at_a_question_ends_no_job() {
        gateway.answer(200, "<html>");
        assertThatThrownBy(() -> provider.poll(Set.of("t")))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.PROTOCOL));
    }

    @Test
    void trap_4_a_plain_answer_marked_gzip_is_read() throws Exception {
        gateway.answer(200, "{\"status\":\"queued\"}", "Content-Encoding", "gzip");
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Waiting());
    }

    @Test
    void a_fault_with_200_is_no_order_and_another_gateway_may_try() {
        gateway.answer(200, "{\"code\":1001,\"msg\":\"账户余额不足\",\"data\":null}");
        assertThat(provider.submit(words()))
                .isEqualTo(new SubmitOutcome.Refused(ErrorKind.NO_CREDIT, "HTTP 400 1001", Optional.empty()));
    }

    @Test
    void a_task_that_is_not_known_is_missing() throws Exception {
        gateway.answer(404, "").answer(200, "{\"code\":-1,\"msg\":\"任务不存在\",\"data\":null}");
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Missing());
        assertThat(provider.poll(Set.of("t"))).containsEntry("t", new TaskState.Missing());
    }

    private SubmitOutcome refusedWith(String sentence, ReferenceSource... files) {
        gateway.answer(400, "{\"error\":\"" + sentence + "\"}");
        return provider.submit(order(model(), Mode.REFERENCE, Prompt.plain("x"), FORMAT, List.of(files)));
    }

    @Test
    void the_refused_picture_is_named_in_the_members_numbering() {
        ReferenceSource video = linked(MediaType.MP4, "https://bot.example/1.mp4");
        ReferenceSource first = linked(MediaType.PNG, "https://bot.example/1.png");
        ReferenceSource second = linked(MediaType.PNG, "https://bot.example/2.png");
        Blame.File blamed = new Blame.File(MediaKind.IMAGE, 2);
        assertThat(refusedWith("referenceImages[1] may contain real person", video, first, second))
                .isEqualTo(new SubmitOutcome.Refused(ErrorKind.FACE_REJECTED, "HTTP 400", Optional.empty(), List.of(blamed)));
        assertThat(refusedWith("the input image 'content[2]' may contain real person", first, second))
                .isEqualTo(new SubmitOutcome.Refused(ErrorKind.FACE_REJECTED, "HTTP 400", Optional.empty(), List.of(blamed)));
        assertThat(refusedWith("the input image 'content[2]' may contain real person", video, first, second))
                .isEqualTo(new SubmitOutcome.Refused(ErrorKind.FACE_REJECTED, "HTTP 400", Optional.empty()));
    }

    @Test
    void a_file_without_an_address_is_never_sent_inline() {
        GenerationOrder order = order(
                model(), Mode.FIRST_FRAME, Prompt.plain("x"), FORMAT, List.of(Drafts.stored(folder, MediaType.PNG, 1)));
        assertThat(provider.submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
        assertThat(gateway.requests()).isZero();
    }

    @Test
    void without_the_asset_library_pictures_go_by_link() throws Exception {
        gateway.answer(200, "{\"id\":\"v\"}");
        provider.submit(order(
                model(), Mode.FIRST_FRAME, Prompt.plain("x"), FORMAT, List.of(linked(MediaType.PNG, "https://bot.example/1.png"))));
        assertThat(gateway.nextBody().path("first_image").asText()).isEqualTo("https://bot.example/1.png");
    }

    @Test
    void tokens_are_settled_at_the_rate_of_the_model_that_was_ordered() {
        assertThat(provider.cost(model(), words().request(), 1_000_000)).contains(new Money(6_000_000));
        assertThat(provider.cost(provider.models().get(1), words().request(), 1_000_000)).isEmpty();
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

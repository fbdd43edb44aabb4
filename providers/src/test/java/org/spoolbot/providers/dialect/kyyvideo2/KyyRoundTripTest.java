package org.spoolbot.providers.dialect.kyyvideo2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spoolbot.api.media.MediaKind.AUDIO;
import static org.spoolbot.api.media.MediaKind.IMAGE;
import static org.spoolbot.api.media.MediaKind.VIDEO;
import static org.spoolbot.providers.dialect.Drafts.FORMAT;
import static org.spoolbot.providers.dialect.Drafts.prompt;
import static org.spoolbot.providers.dialect.Drafts.tag;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.providers.dialect.Drafts;
import org.spoolbot.providers.dialect.StrictGateway;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.sandbox.task.Dialect;

/** The client before a gateway that speaks the dialect strictly: from the order to the clip on disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KyyRoundTripTest {
    private static final List<Model> MODELS = KyyModels.all();
    private static final String FACE = " [sandbox:face]";

    private StrictGateway strict;
    private VideoProvider provider;
    private VideoProvider withLibrary;

    @TempDir
    Path folder;

    @BeforeAll
    void open() {
        strict = new StrictGateway(Dialect.KYYVIDEO2);
        provider = opened(EnumSet.noneOf(GatewaySwitch.class));
        withLibrary = opened(EnumSet.of(GatewaySwitch.ASSET_LIBRARY));
    }

    @AfterAll
    void close() {
        strict.close();
    }

    private VideoProvider opened(Set<GatewaySwitch> switches) {
        return strict.open(new KyyDialect(strict::advance), MODELS, switches, Optional.empty());
    }

    private static GenerationOrder words(String words) {
        return Drafts.words(MODELS.getFirst(), words, FORMAT);
    }

    @Test
    void words_become_a_clip_that_tells_its_tokens() throws Exception {
        String taskId = StrictGateway.accepted(provider, words("a red kite"));
        assertThat(StrictGateway.state(provider, taskId)).isEqualTo(new TaskState.Waiting());
        strict.advance(Duration.ofSeconds(3));
        assertThat(StrictGateway.state(provider, taskId)).isInstanceOf(TaskState.Running.class);
        assertThat(strict.end(provider, taskId)).isInstanceOf(TaskState.Ready.class);
        // Every other task tells its tokens as a text.
        for (int number = 0; number < 2; number++) {
            assertThat(strict.made(provider, words("a blue kite"), folder).clip().tokens()).hasValue(108_900);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void every_mode_becomes_a_clip_with_the_pro_models(int place) throws Exception {
        Model model = MODELS.get(place);
        ReferenceSource first = strict.linked(MediaType.PNG, 1);
        ReferenceSource second = strict.linked(MediaType.PNG, 2);
        Prompt plain = Prompt.plain("it moves");
        strict.made(provider, Drafts.words(model, "it moves", FORMAT), folder);
        strict.made(provider, Drafts.order(model, Mode.FIRST_FRAME, plain, FORMAT, List.of(first)), folder);
        strict.made(provider, Drafts.order(model, Mode.FIRST_LAST_FRAME, plain, FORMAT, List.of(first, second)), folder);
        strict.made(provider, Drafts.order(model, Mode.REFERENCE, plain, FORMAT, List.of(second)), folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void references_of_each_kind_become_a_clip_with_every_model(int place) throws Exception {
        Prompt tagged = prompt(tag(IMAGE, 1), " like ", tag(VIDEO, 1), " to ", tag(AUDIO, 1), " " + place);
        List<ReferenceSource> all = List.of(
                strict.linked(MediaType.PNG, 1), strict.linked(MediaType.MP4, 2), strict.linked(MediaType.WAV, 3));
        strict.made(provider, Drafts.order(MODELS.get(place), Mode.REFERENCE, tagged, FORMAT, all), folder);
        assertThat(strict.gateway().createsOf("image 1 like video 1 to audio 1 " + place)).isEqualTo(1);
    }

    @Test
    void a_face_is_refused_and_named_without_the_library_and_taken_with_it() throws Exception {
        GenerationOrder order = Drafts.order(
                MODELS.getFirst(), Mode.FIRST_FRAME, Prompt.plain("she smiles" + FACE), FORMAT, List.of(strict.linked(MediaType.PNG, 1)));
        assertThat(provider.submit(order)).isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ErrorKind.FACE_REJECTED);
            assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
        strict.made(withLibrary, order, folder);
        List<ReferenceSource> mixed = List.of(strict.linked(MediaType.PNG, 2), strict.linked(MediaType.MP4, 3));
        strict.made(withLibrary, Drafts.order(MODELS.get(3), Mode.REFERENCE, Prompt.plain("x" + FACE), FORMAT, mixed), folder);
    }

    @Test
    void a_picture_that_the_library_cannot_read_is_named_and_nothing_is_ordered() {
        List<ReferenceSource> files =
                List.of(strict.linked(MediaType.PNG, 1), Drafts.linked(MediaType.PNG, "http://127.0.0.1:1/gone.png"));
        assertThat(withLibrary.submit(Drafts.order(MODELS.getFirst(), Mode.REFERENCE, Prompt.plain("never"), FORMAT, files)))
                .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.MEDIA_UNFETCHABLE);
                    assertThat(refused.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 2));
                });
        assertThat(strict.gateway().createsOf("never")).isZero();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "fail=InputTextSensitiveContentDetected, CONTENT_POLICY", "fail=OutputVideoSensitiveContentDetected.PolicyViolation, COPYRIGHT",
        "fail=InputImageSensitiveContentDetected.PrivacyInformation, FACE_REJECTED", "fail=something, UPSTREAM", "expire, TIMEOUT",
        "fail=cancelled, CANCELLED_BY_PROVIDER"
    })
    void a_task_that_fails_ends_with_the_kind_of_its_sentence(String directive, ErrorKind kind) throws Exception {
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:" + directive + "]"))))
                .isInstanceOfSatisfying(TaskState.Failed.class, failed -> assertThat(failed.kind()).isEqualTo(kind));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "create-status=401, AUTH", "create-status=402, NO_CREDIT", "create-status=403, AUTH", "create-status=429, RATE_LIMIT",
        "create-status=400, INVALID_PARAMS", "refuse=model_not_found, ROUTE_MISCONFIGURED", "refuse=insufficient_balance, NO_CREDIT"
    })
    void a_refused_order_tells_why_in_both_layouts(String directive, ErrorKind kind) {
        for (String shape : List.of("", " [sandbox:shape=bare-error]")) {
            assertThat(provider.submit(words("x [sandbox:" + directive + "]" + shape)))
                    .isInstanceOfSatisfying(SubmitOutcome.Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-accept", "create-html", "create-status=408", "create-status=503 retry-after=0"})
    void an_order_whose_fate_is_unknown_is_sent_once(String directive) {
        String words = "once [sandbox:" + directive + "]";
        assertThat(provider.submit(words(words))).isInstanceOf(SubmitOutcome.Unknown.class);
        assertThat(strict.gateway().createsOf(words)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip-lie", "shape=other-model", "states=unknown,odd", "not-found=1", "redirect"})
    void an_odd_gateway_still_gives_the_clip(String directive) throws Exception {
        strict.made(provider, words("x [sandbox:" + directive + "]"), folder);
    }

    @Test
    void done_without_a_clip_is_not_done_and_a_link_that_ran_out_is_told_as_such() throws Exception {
        assertThat(strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:no-url]")))).isEqualTo(new TaskState.Finalizing());
        TaskState state = strict.end(provider, StrictGateway.accepted(provider, words("x [sandbox:expired-url]")));
        URI address = ((TaskState.Ready) state).clip().address();
        assertThatThrownBy(() -> provider.download(address, folder.resolve("a"), 1000))
                .isInstanceOfSatisfying(ProviderException.class, fault -> assertThat(fault.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void a_task_that_never_was_is_missing() throws Exception {
        assertThat(StrictGateway.state(provider, "video_none")).isEqualTo(new TaskState.Missing());
    }
}

package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.prompt.TagReader;

class DraftMachineTest {
    private static final Studio STUDIO = studio(new Capabilities(
            EnumSet.allOf(Mode.class),
            Map.of(),
            List.of(4, 5, 8),
            List.of(Ratio.LANDSCAPE_16_9),
            List.of(Resolution.P480, Resolution.P720),
            100,
            Set.of()));
    private static final Destination PLACE = new Destination(
            "chat", Optional.of(new Community("chat", "g")), "room", Optional.of("t"), Optional.of("m"));

    private final DraftMachine machine = new DraftMachine(new TagReader());

    private static Studio studio(Capabilities can) {
        Model model = new Model("seedance", "wire", can, false);
        return new Studio(List.of(model), List.of(model), List.of(model), List.of(can));
    }

    private static Draft draft(String prompt, Draft.Use use, Draft.File... files) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, true);
        return new Draft(prompt, List.of(files), use, format, OptionalLong.empty(), Optional.empty(), PLACE);
    }

    private static Draft.File file(int number, MediaType type, Role... role) {
        Optional<PixelSize> size = Optional.of(new PixelSize(64, 48));
        MediaInfo media = new MediaInfo(String.format("%064x", number), type, 9, size, Optional.empty());
        return new Draft.File(media, Stream.of(role).findFirst());
    }

    static Stream<Arguments> meanings() {
        Draft.File one = file(1, MediaType.PNG);
        Draft.File two = file(2, MediaType.JPEG);
        Draft.File clip = file(3, MediaType.MP4);
        return Stream.of(
                Arguments.of(draft("kite", Draft.Use.AUTO), Mode.TEXT),
                Arguments.of(draft("kite", Draft.Use.AUTO, one), Mode.FIRST_FRAME),
                Arguments.of(draft("@image1 flies", Draft.Use.AUTO, one), Mode.REFERENCE),
                Arguments.of(draft("@image1 flies", Draft.Use.FRAMES, one), Mode.FIRST_FRAME),
                Arguments.of(draft("kite", Draft.Use.REFERENCES, one), Mode.REFERENCE),
                Arguments.of(draft("kite", Draft.Use.AUTO, one, two), Mode.FIRST_LAST_FRAME),
                Arguments.of(draft("kite", Draft.Use.REFERENCES, one, two), Mode.REFERENCE),
                Arguments.of(draft("kite", Draft.Use.AUTO, one, two, one), Mode.REFERENCE),
                Arguments.of(draft("kite", Draft.Use.AUTO, clip), Mode.REFERENCE),
                Arguments.of(draft("kite", Draft.Use.AUTO, one, clip), Mode.REFERENCE));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void filesMeanWhatMembersExpect(Draft draft, Mode mode) {
        assertThat(machine.request(draft).mode()).isEqualTo(mode);
    }

    @Test
    void referencesAreNumberedPerKindInTheOrderTheyCame() {
        Draft draft = draft("kite", Draft.Use.AUTO, file(1, MediaType.PNG), file(2, MediaType.MP4), file(3, MediaType.PNG));
        assertThat(machine.request(draft).references()).extracting(Reference::index).containsExactly(1, 1, 2);
    }

    @Test
    void namedFramesComeInTheirOrderWhateverTheOrderOfFiles() {
        Draft draft = draft(
                "kite", Draft.Use.AUTO, file(1, MediaType.PNG, Role.LAST_FRAME), file(2, MediaType.PNG, Role.FIRST_FRAME));
        VideoRequest request = machine.request(draft);
        assertThat(request.references().getFirst().media().sha256()).endsWith("2");
        assertThat(request.references()).extracting(Reference::role).containsExactly(Role.FIRST_FRAME, Role.LAST_FRAME);
    }

    static Stream<Arguments> mistakes() {
        Draft.File first = file(1, MediaType.PNG, Role.FIRST_FRAME);
        Draft.File last = file(2, MediaType.PNG, Role.LAST_FRAME);
        Draft.File plain = file(3, MediaType.PNG);
        Draft.File clip = file(4, MediaType.MP4, Role.FIRST_FRAME);
        return Stream.of(
                Arguments.of(draft("", Draft.Use.AUTO), "command.draft.prompt-missing"),
                Arguments.of(draft("x".repeat(101), Draft.Use.AUTO), "command.draft.prompt-too-long"),
                Arguments.of(draft("@video1", Draft.Use.AUTO, plain), "command.draft.tag-without-file"),
                Arguments.of(draft("kite", Draft.Use.AUTO, first, plain), "command.draft.frames-and-files"),
                Arguments.of(draft("kite", Draft.Use.AUTO, last), "command.draft.last-without-first"),
                Arguments.of(draft("kite", Draft.Use.AUTO, clip), "command.draft.frames-only-pictures"),
                Arguments.of(draft("kite", Draft.Use.FRAMES, plain, plain, plain), "command.draft.frames-only-pictures"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatCannotBeOrderedIsNamed(Draft draft, String key) {
        assertThat(machine.problems(draft, STUDIO)).extracting(Phrase::key).containsExactly(key);
    }

    @Test
    void aThirdPictureCanBeTheFirstFrameAndTheOthersWait() {
        Draft three = draft("fly @image3 over", Draft.Use.AUTO, file(1, MediaType.PNG), file(2, MediaType.PNG), file(3, MediaType.PNG));
        Draft framed = machine.apply(three, new DraftInput.Framed(3, Role.FIRST_FRAME), STUDIO).draft();
        VideoRequest request = machine.request(framed);

        assertThat(request.mode()).isEqualTo(Mode.FIRST_FRAME);
        assertThat(request.references()).hasSize(1).first().satisfies(picture -> assertThat(picture.media().sha256()).endsWith("3"));
        assertThat(request.prompt().canonical()).isEqualTo("fly @image3 over");
        assertThat(request.references().getFirst().index()).as("the number its member knows").isEqualTo(3);
        assertThat(machine.problems(framed, STUDIO)).isEmpty();
        assertThat(machine.problems(framed.withPrompt("fly to @image1"), STUDIO))
                .extracting(Phrase::key).containsExactly("command.draft.tag-set-aside");

        Draft both = machine.apply(framed, new DraftInput.Framed(1, Role.LAST_FRAME), STUDIO).draft();
        assertThat(machine.request(both).references()).extracting(reference -> reference.media().sha256().substring(63))
                .containsExactly("3", "1");
        Draft swapped = machine.apply(both, new DraftInput.Swapped(), STUDIO).draft();
        assertThat(machine.request(swapped).references()).extracting(reference -> reference.media().sha256().substring(63))
                .containsExactly("1", "3");
        Draft back = machine.apply(swapped, new DraftInput.Framed(0, Role.FIRST_FRAME), STUDIO).draft();
        assertThat(machine.request(back).mode()).isEqualTo(Mode.REFERENCE);
        assertThat(machine.request(back).references()).hasSize(3);
    }

    @Test
    void aTagOfAFrameGivenByNameMeansThatFrame() {
        Draft draft = draft("from @image2 to @image1", Draft.Use.AUTO,
                file(1, MediaType.PNG, Role.LAST_FRAME), file(2, MediaType.PNG, Role.FIRST_FRAME));
        assertThat(machine.request(draft).references()).extracting(Reference::index, Reference::role)
                .containsExactly(tuple(2, Role.FIRST_FRAME), tuple(1, Role.LAST_FRAME));
    }

    @Test
    void aPictureIsUsedTheOnlyWayThatCanBeMade() {
        Studio noFrames = studio(new Capabilities(
                Set.of(Mode.TEXT, Mode.REFERENCE), Map.of(MediaKind.IMAGE, FakeGateway.files(9)), List.of(5),
                List.of(Ratio.LANDSCAPE_16_9), List.of(Resolution.P720), 100, Set.of(Capabilities.Feature.PICTURES_ALONE)));
        Studio noReferences = studio(new Capabilities(
                Set.of(Mode.TEXT, Mode.FIRST_FRAME, Mode.REFERENCE), Map.of(MediaKind.IMAGE, FakeGateway.files(9)), List.of(5),
                List.of(Ratio.LANDSCAPE_16_9), List.of(Resolution.P720), 100, Set.of()));
        Draft one = draft("kite", Draft.Use.AUTO, file(1, MediaType.PNG));

        assertThat(machine.request(machine.sensible(one, request -> noFrames)).mode()).isEqualTo(Mode.REFERENCE);
        assertThat(machine.request(machine.sensible(one.withPrompt("@image1 flies"), request -> noReferences)).mode())
                .isEqualTo(Mode.FIRST_FRAME);
        assertThat(machine.sensible(one.used(Draft.Use.FRAMES), request -> noFrames).use())
                .as("what a member chose is not changed").isEqualTo(Draft.Use.FRAMES);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Draft draft = draft("@audio1 @image9 " + "x".repeat(100), Draft.Use.AUTO, file(1, MediaType.PNG, Role.LAST_FRAME))
                .withModel(Optional.of("sora"));
        assertThat(machine.problems(draft, STUDIO)).hasSize(5);
    }

    @Test
    void cheaperGoesDownInSizeThenInLengthThenSaysSo() {
        Draft draft = draft("kite", Draft.Use.AUTO);
        Draft smaller = machine.apply(draft, new DraftInput.Cheaper(), STUDIO).draft();
        Draft shorter = machine.apply(smaller, new DraftInput.Cheaper(), STUDIO).draft();
        DraftMachine.Step end = machine.apply(shorter, new DraftInput.Cheaper(), STUDIO);
        assertThat(smaller.format().resolution()).isEqualTo(Resolution.P480);
        assertThat(shorter.format().seconds()).isEqualTo(4);
        assertThat(end.draft()).isEqualTo(shorter);
        assertThat(end.faults()).containsExactly(Phrase.of("command.draft.cheapest"));
    }

    @Test
    void filesBeyondTheLimitAreLeftOutAndTheRestKept() {
        List<Draft.File> thirteen = new ArrayList<>();
        for (int number = 1; number <= 13; number++) {
            thirteen.add(file(number, MediaType.PNG));
        }
        DraftMachine.Step step = machine.apply(draft("kite", Draft.Use.AUTO), new DraftInput.Files(thirteen), STUDIO);
        assertThat(step.draft().files()).hasSize(12);
        assertThat(step.faults()).containsExactly(Phrase.of("command.draft.too-many-files", 13, 12));
    }

    @Property(tries = 300)
    void aStoredDraftIsReadBackAsItWas(@ForAll("drafts") Draft draft) {
        assertThat(DraftCodec.read(DraftCodec.write(draft))).isEqualTo(draft);
    }

    @Property(tries = 300)
    void everyDraftWithoutProblemsMakesARequest(@ForAll("drafts") Draft draft) {
        VideoRequest request = machine.request(draft);
        boolean framed = request.mode() == Mode.FIRST_FRAME || request.mode() == Mode.FIRST_LAST_FRAME;
        int pictures = request.mode() == Mode.FIRST_FRAME ? 1 : 2;
        assertThat(request.references()).hasSize(framed ? pictures : draft.files().size());
        assertThat(request.prompt()).isEqualTo(new TagReader().read(draft.prompt()));
    }

    @Provide
    Arbitrary<Draft> drafts() {
        Arbitrary<Draft.File> files = Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.of(MediaType.PNG, MediaType.MP4, MediaType.WAV),
                        Arbitraries.of(Role.values()).optional())
                .as((number, type, role) -> new Draft.File(file(number, type).media(), role));
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(30),
                        files.list().ofMaxSize(5),
                        Arbitraries.of(Draft.Use.values()),
                        Arbitraries.longs().optional())
                .as((prompt, list, use, seed) -> new Draft(
                        prompt,
                        list,
                        use,
                        new Format(5, Ratio.SQUARE_1_1, Resolution.P1080, false),
                        seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                        Optional.of("m"),
                        PLACE));
    }
}

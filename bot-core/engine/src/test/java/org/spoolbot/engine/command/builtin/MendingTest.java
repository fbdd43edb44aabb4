package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.prompt.TagReader;

/** What one tap leaves out is left out, and every other file is still the one that the prompt means. */
class MendingTest {
    private static final TagReader READER = new TagReader();

    @Test
    void laterPicturesMoveUpInThePromptAndTheTagThatWentLeavesNoGap() {
        VideoRequest request = request("@image3 hands @image2 the ball of @image1 and @video2", Mode.REFERENCE, 3, 2);

        VideoRequest mended = Mending.of(request, new Blame.File(MediaKind.IMAGE, 2)).orElseThrow();

        assertThat(READER.write(mended.prompt())).isEqualTo("@image2 hands the ball of @image1 and @video2");
        assertThat(mended.references(MediaKind.IMAGE)).hasSize(2);
        assertThat(mended.references(MediaKind.VIDEO)).hasSize(2);
    }

    @Test
    void withoutTheFirstFrameTheClipStartsWithTheLastOne() {
        VideoRequest request = request("dawn", Mode.FIRST_LAST_FRAME, 2, 0);

        VideoRequest mended = Mending.of(request, new Blame.File(MediaKind.IMAGE, 1)).orElseThrow();

        assertThat(mended.mode()).isEqualTo(Mode.FIRST_FRAME);
        assertThat(mended.references()).extracting(Reference::role).containsExactly(Role.FIRST_FRAME);
        assertThat(mended.references().getFirst().media()).isEqualTo(request.references().getLast().media());
    }

    @Test
    void withoutItsOnlyPictureItIsAClipFromWords() {
        VideoRequest mended = Mending.of(request("dawn", Mode.FIRST_FRAME, 1, 0), new Blame.File(MediaKind.IMAGE, 1)).orElseThrow();

        assertThat(mended.mode()).isEqualTo(Mode.TEXT);
        assertThat(mended.references()).isEmpty();
    }

    @Test
    void aFrameKeepsItsTagWhateverNumberItHad() {
        VideoRequest request = request("from @image3 to @image1", Mode.FIRST_LAST_FRAME, 2, 0);
        Reference first = new Reference(3, Role.FIRST_FRAME, request.references().getFirst().media());
        Reference last = new Reference(1, Role.LAST_FRAME, request.references().getLast().media());
        VideoRequest gaps = new VideoRequest(
                request.prompt(), request.mode(), List.of(first, last), request.format(), request.extras(), request.model());

        VideoRequest mended = Mending.of(gaps, new Blame.File(MediaKind.IMAGE, 1)).orElseThrow();

        assertThat(mended.prompt().tags()).extracting(Prompt.Tag::index).containsExactly(2);
        assertThat(mended.references()).extracting(Reference::index).containsExactly(2);
    }

    @Test
    void aButtonThatWouldChangeNothingDoesNothing() {
        VideoRequest request = request("dawn", Mode.TEXT, 0, 0);
        assertThat(Mending.of(request, new Blame.File(MediaKind.IMAGE, 1))).isEmpty();
        assertThat(Mending.of(Mending.of(request, new Blame.Sound()).orElseThrow(), new Blame.Sound())).isEmpty();
        assertThat(Mending.of(Mending.of(request, new Blame.Length()).orElseThrow(), new Blame.Length())).isEmpty();
    }

    @Property
    void everyTagStillMeansTheFileThatItMeant(@ForAll("requests") VideoRequest request, @ForAll("blamed") Blame.File blamed) {
        Optional<VideoRequest> mended = Mending.of(request, blamed);
        boolean hasIt = request.references(blamed.kind()).stream().anyMatch(file -> file.index() == blamed.index());
        assertThat(mended.isPresent()).isEqualTo(hasIt);
        if (mended.isEmpty()) {
            return;
        }
        VideoRequest after = mended.get();
        assertThat(after.references()).hasSize(request.references().size() - 1);
        assertThat(meant(after)).isEqualTo(meant(request).stream().filter(hash -> !hash.equals(hash(request, blamed))).toList());
        for (MediaKind kind : MediaKind.values()) {
            List<Integer> indexes = after.references(kind).stream().map(Reference::index).toList();
            assertThat(indexes).isEqualTo(new ArrayList<>(java.util.stream.IntStream.rangeClosed(1, indexes.size()).boxed().toList()));
        }
        assertThat(READER.read(READER.write(after.prompt())).tags()).isEqualTo(after.prompt().tags());
    }

    private static List<String> meant(VideoRequest request) {
        return request.prompt().tags().stream()
                .map(tag -> hash(request, new Blame.File(tag.kind(), tag.index())))
                .toList();
    }

    private static String hash(VideoRequest request, Blame.File file) {
        return request.references(file.kind()).stream()
                .filter(reference -> reference.index() == file.index())
                .map(reference -> reference.media().sha256())
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<Blame.File> blamed() {
        return Combinators.combine(Arbitraries.of(MediaKind.IMAGE, MediaKind.VIDEO), Arbitraries.integers().between(1, 4))
                .as(Blame.File::new);
    }

    @Provide
    Arbitrary<VideoRequest> requests() {
        Arbitrary<List<String>> words = Arbitraries.of("a", " ", "@", "@@", "1", "的", "@image1", "@image2", "@image3", "@video1")
                .list()
                .ofMaxSize(10);
        return Combinators.combine(words, Arbitraries.integers().between(3, 4), Arbitraries.integers().between(1, 2))
                .as((parts, pictures, clips) -> request(String.join("", parts), Mode.REFERENCE, pictures, clips))
                .filter(request -> request.prompt().tags().stream()
                        .allMatch(tag -> tag.index() <= request.references(tag.kind()).size()));
    }

    private static VideoRequest request(String prompt, Mode mode, int pictures, int clips) {
        List<Reference> files = new ArrayList<>();
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        for (int number = 1; number <= pictures + clips; number++) {
            MediaType type = number <= pictures ? MediaType.PNG : MediaType.MP4;
            MediaInfo media = new MediaInfo(String.format("%064x", number), type, 9, Optional.empty(), Optional.empty());
            int index = counts.merge(media.kind(), 1, Integer::sum);
            Role role = switch (mode) {
                case TEXT, REFERENCE -> Role.REFERENCE;
                case FIRST_FRAME -> Role.FIRST_FRAME;
                case FIRST_LAST_FRAME -> index == 1 ? Role.FIRST_FRAME : Role.LAST_FRAME;
            };
            files.add(new Reference(index, role, media));
        }
        Format format = new Format(8, Ratio.LANDSCAPE_16_9, Resolution.P720, true);
        return new VideoRequest(READER.read(prompt), mode, files, format, Extras.none(), Optional.empty());
    }
}

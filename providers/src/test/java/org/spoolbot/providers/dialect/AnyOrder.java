package org.spoolbot.providers.dialect;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
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

/** Any order there can be, also such as a model's capabilities would have kept out. */
public record AnyOrder(Mode mode, Format format, Extras extras, List<MediaType> files, Prompt prompt) {
    /** The order of that model; its files exist by name only and lie at an address. */
    public GenerationOrder of(Model model) {
        List<Reference> references = new ArrayList<>();
        List<ReferenceSource> sources = new ArrayList<>();
        Map<MediaKind, Integer> numbers = new EnumMap<>(MediaKind.class);
        for (MediaType type : mode == Mode.TEXT ? List.<MediaType>of() : files) {
            MediaInfo info = new MediaInfo("a".repeat(64), type, 10, Optional.empty(), Optional.empty());
            references.add(new Reference(numbers.merge(type.kind(), 1, Integer::sum), role(references.size()), info));
            sources.add(new Linked(new MediaFile(info, Path.of("holiday " + sources.size() + "." + type.extension()))));
        }
        VideoRequest request = new VideoRequest(prompt, mode, references, format, extras, Optional.empty());
        return new GenerationOrder(new JobId("j1"), model, request, sources);
    }

    private Role role(int place) {
        return switch (mode) {
            case TEXT, REFERENCE -> Role.REFERENCE;
            case FIRST_FRAME, FIRST_LAST_FRAME -> place == 0 ? Role.FIRST_FRAME : Role.LAST_FRAME;
        };
    }

    private record Linked(MediaFile file) implements ReferenceSource {
        @Override
        public Optional<URI> publicAddress() {
            return Optional.of(URI.create("https://bot.example/media/" + file.path().getFileName().toString().replace(' ', '-')));
        }
    }

    /** All of them. */
    public static final class Supply implements ArbitrarySupplier<AnyOrder> {
        @Override
        public Arbitrary<AnyOrder> get() {
            Arbitrary<Format> formats = Combinators.combine(
                            Arbitraries.integers().between(1, 60),
                            Arbitraries.of(Ratio.class),
                            Arbitraries.of(Resolution.class),
                            Arbitraries.of(true, false))
                    .as(Format::new);
            Arbitrary<Extras> extras = Combinators.combine(
                            Arbitraries.longs().injectNull(0.5), Arbitraries.of(true, false), Arbitraries.of(true, false))
                    .as((seed, watermark, frame) ->
                            new Extras(seed == null ? OptionalLong.empty() : OptionalLong.of(seed), watermark, frame));
            return Arbitraries.of(Mode.class)
                    .flatMap(mode -> Combinators.combine(formats, extras, files(mode), prompts())
                            .as((format, extra, files, prompt) -> new AnyOrder(mode, format, extra, files, prompt)));
        }

        private static Arbitrary<List<MediaType>> files(Mode mode) {
            return switch (mode) {
                case TEXT -> Arbitraries.just(List.of());
                case FIRST_FRAME -> Arbitraries.of(MediaType.JPEG, MediaType.PNG).list().ofSize(1);
                case FIRST_LAST_FRAME -> Arbitraries.of(MediaType.JPEG, MediaType.PNG).list().ofSize(2);
                case REFERENCE -> Arbitraries.of(MediaType.class).list().ofMinSize(1).ofMaxSize(12);
            };
        }

        private static Arbitrary<Prompt> prompts() {
            Arbitrary<Prompt.Token> words = Arbitraries.strings().ofMinLength(1).ofMaxLength(40).map(Prompt.Text::new);
            Arbitrary<Prompt.Token> tags =
                    Combinators.combine(Arbitraries.of(MediaKind.class), Arbitraries.integers().between(1, 12)).as(Prompt.Tag::new);
            return Arbitraries.oneOf(words, tags).list().ofMaxSize(6).map(Prompt::new);
        }
    }
}

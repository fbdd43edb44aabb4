package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.ReferenceRules;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.media.Gallery;
import org.spoolbot.engine.media.MediaCabinet;

/** A gateway is never sent, and so never bills, what its document forbids. */
class RequestCheckPropertyTest {
    private static Path home;
    private static MediaCabinet cabinet;

    @BeforeContainer
    static void open() throws IOException {
        home = Files.createTempDirectory("spoolbot-check");
        cabinet = Gallery.in(home).cabinet;
    }

    @AfterContainer
    static void close() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    @Property(tries = 2_000)
    void whatPassesFitsTheModel(
            @ForAll("models") Capabilities model, @ForAll("requests") VideoRequest any, @ForAll("luck") Set<Integer> luck) {
        VideoRequest request = nearer(any, model, luck);
        RequestCheck check = check(false);
        boolean passes = check.faults(request).isEmpty() && check.faults(request, model).isEmpty();
        Statistics.label("passes").collect(passes);
        Statistics.label("passes").coverage(seen -> seen.check(true).percentage(share -> share > 5));
        if (!passes) {
            return;
        }
        Format format = request.format();
        assertThat(model.modes()).contains(request.mode());
        assertThat(model.lengths()).contains(format.seconds());
        assertThat(model.ratios()).contains(format.ratio());
        assertThat(model.resolutions()).contains(format.resolution());
        assertThat(format.audio() || model.has(Feature.AUDIO_SWITCH)).isTrue();
        assertThat(request.extras().seed().isEmpty() || model.has(Feature.SEED)).isTrue();
        assertThat(!request.extras().watermark() || model.has(Feature.WATERMARK)).isTrue();
        assertThat(request.prompt().canonical().length()).isLessThanOrEqualTo(model.maxPromptLength());
        files(model, request);
        roles(request);
    }

    @Property(tries = 2_000)
    void whatTheMenusOfferIsWhatTheCheckAllows(@ForAll("models") Capabilities model, @ForAll("requests") VideoRequest request) {
        Format possible = new Format(model.lengths().getFirst(), model.ratios().getFirst(), model.resolutions().getFirst(), true);
        VideoRequest fitting = new VideoRequest(
                Prompt.plain("k"), request.mode(), request.references(), possible, Extras.none(), request.model());
        RequestCheck check = check(true);
        if (check.faults(fitting).isEmpty()) {
            boolean waysOpen = check.faults(fitting, model).stream().noneMatch(fault -> fault.key().equals(FilesCheck.UNREACHABLE));
            boolean offered = waysOpen && model.takes(request.mode(), request.references());
            assertThat(offered).isEqualTo(check.faults(fitting, model).isEmpty());
        }
    }

    /** Mended in the parts that were lucky, so that many requests fail in one part only and many pass. */
    private static VideoRequest nearer(VideoRequest any, Capabilities model, Set<Integer> luck) {
        VideoRequest near = luck.contains(0) ? any.withPrompt(Prompt.plain("kite")) : any;
        Extras extras = luck.contains(1) ? Extras.none() : near.extras();
        List<Reference> files = luck.contains(2)
                ? near.references().stream().filter(file -> model.media().containsKey(file.kind())).toList()
                : near.references();
        Mode mode = luck.contains(3) ? mode(files) : near.mode();
        Format format = luck.contains(4)
                ? new Format(
                        model.lengths().getLast(), model.ratios().getFirst(), model.resolutions().getFirst(), near.format().audio())
                : near.format();
        return new VideoRequest(near.prompt(), mode, files, format, extras, near.model());
    }

    private static Mode mode(List<Reference> files) {
        if (files.isEmpty()) {
            return Mode.TEXT;
        }
        if (files.getFirst().role() == Role.REFERENCE) {
            return Mode.REFERENCE;
        }
        return files.size() == 1 ? Mode.FIRST_FRAME : Mode.FIRST_LAST_FRAME;
    }

    @Provide
    Arbitrary<Set<Integer>> luck() {
        return Arbitraries.of(0, 1, 2, 3, 4).set().ofMinSize(3);
    }

    private static void files(Capabilities model, VideoRequest request) {
        List<Reference> files = request.references();
        assertThat(files).hasSizeLessThanOrEqualTo(model.references().maxFiles());
        for (MediaKind kind : MediaKind.values()) {
            MediaRules rules = model.media().get(kind);
            int count = request.references(kind).size();
            assertThat(count).isLessThanOrEqualTo(rules == null ? 0 : rules.maxCount());
            if (rules != null && request.mode() == Mode.REFERENCE) {
                assertThat(count).isGreaterThanOrEqualTo(rules.minCount());
            }
            if (count > 0) {
                assertThat(rules.ways()).as("a way that is open without http.public-url")
                        .containsAnyOf(Handover.PART, Handover.UPLOAD, Handover.DATA_URI);
            }
        }
        if (request.mode() == Mode.REFERENCE && files.stream().allMatch(file -> file.kind() == MediaKind.AUDIO)) {
            assertThat(model.features()).contains(Feature.AUDIO_ALONE);
        }
        if (request.mode() == Mode.REFERENCE && files.size() < 3 && files.stream().allMatch(file -> file.kind() == MediaKind.IMAGE)) {
            assertThat(model.features()).contains(Feature.PICTURES_ALONE);
        }
        request.prompt().tags().forEach(tag ->
                assertThat(request.references(tag.kind())).extracting(Reference::index).contains(tag.index()));
    }

    private static void roles(VideoRequest request) {
        List<Role> roles = request.references().stream().map(Reference::role).toList();
        switch (request.mode()) {
            case TEXT -> assertThat(roles).isEmpty();
            case FIRST_FRAME -> assertThat(roles).containsExactly(Role.FIRST_FRAME);
            case FIRST_LAST_FRAME -> assertThat(roles).containsExactlyInAnyOrder(Role.FIRST_FRAME, Role.LAST_FRAME);
            case REFERENCE -> assertThat(roles).isNotEmpty().containsOnly(Role.REFERENCE);
        }
    }

    private static RequestCheck check(boolean linked) {
        Duration hour = Duration.ofHours(1);
        Optional<URI> address = linked ? Optional.of(URI.create("https://clips.example")) : Optional.empty();
        ServerSettings settings = new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, address, Map.of()),
                "",
                new ServerSettings.Jobs(1, 1, hour, hour, hour, hour, hour),
                new ServerSettings.Media(1, 1, 1, 1, 1, hour, hour, 1),
                new ServerSettings.Money("USD", BigDecimal.ONE, BigDecimal.ONE, true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneOffset.UTC));
        return new RequestCheck(cabinet, new FilesCheck(settings, cabinet), new OperatorBell(new RecordingBus()));
    }

    @Provide
    Arbitrary<Capabilities> models() {
        Arbitrary<ReferenceRules> references = Combinators.combine(
                        rules(MediaType.PNG), rules(MediaType.MP4), rules(MediaType.MP3), Arbitraries.integers().between(0, 6))
                .as((image, video, audio, most) -> {
                    Map<MediaKind, MediaRules> media = new EnumMap<>(MediaKind.class);
                    image.ifPresent(one -> media.put(MediaKind.IMAGE, one));
                    video.ifPresent(one -> media.put(MediaKind.VIDEO, one));
                    audio.ifPresent(one -> media.put(MediaKind.AUDIO, one));
                    return new ReferenceRules(media, most);
                });
        return Combinators.combine(
                        Arbitraries.of(Mode.values()).set().ofMinSize(1),
                        references,
                        Arbitraries.of(4, 5, 8).list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(Ratio.SQUARE_1_1, Ratio.LANDSCAPE_16_9).set().ofMinSize(1),
                        Arbitraries.of(Resolution.P480, Resolution.P720).set().ofMinSize(1),
                        Arbitraries.of(Feature.values()).set())
                .as((modes, files, lengths, ratios, resolutions, features) -> new Capabilities(
                        modes, files, lengths, List.copyOf(ratios), List.copyOf(resolutions), 30, features));
    }

    private static Arbitrary<Optional<MediaRules>> rules(MediaType type) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Handover.values()).set().ofMinSize(1))
                .as((most, least, ways) -> new MediaRules(
                        Math.min(least, most),
                        most,
                        100,
                        Set.of(type),
                        MediaRules.PixelRules.any(),
                        MediaRules.LengthRules.any(),
                        ways))
                .optional(0.8);
    }

    @Provide
    Arbitrary<VideoRequest> requests() {
        Arbitrary<List<Reference>> references = Combinators.combine(
                        Arbitraries.of(MediaType.PNG, MediaType.PNG, MediaType.MP4, MediaType.MP3).list().ofMaxSize(4),
                        Arbitraries.of(Role.values()).list().ofSize(4),
                        Arbitraries.integers().between(0, 3))
                .as(RequestCheckPropertyTest::numbered);
        Arbitrary<Prompt> prompts = Arbitraries.oneOf(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40).map(Prompt.Text::new),
                        Combinators.combine(Arbitraries.of(MediaKind.values()), Arbitraries.integers().between(1, 3))
                                .as(Prompt.Tag::new))
                .list()
                .ofMaxSize(2)
                .map(tokens -> new Prompt(List.copyOf(tokens)));
        Arbitrary<Format> formats = Combinators.combine(
                        Arbitraries.of(4, 5, 8),
                        Arbitraries.of(Ratio.SQUARE_1_1, Ratio.LANDSCAPE_16_9),
                        Arbitraries.of(Resolution.P480, Resolution.P720),
                        Arbitraries.of(true, false))
                .as(Format::new);
        Arbitrary<Extras> extras = Combinators.combine(Arbitraries.of(0, 0, 7), Arbitraries.of(false, false, true))
                .as((seed, mark) -> new Extras(seed == 0 ? OptionalLong.empty() : OptionalLong.of(seed), mark, false));
        return Combinators.combine(prompts, Arbitraries.of(Mode.values()), references, formats, extras)
                .as((prompt, mode, files, format, more) ->
                        new VideoRequest(prompt, mode, files, format, more, Optional.empty()));
    }

    /** Often of one purpose, so that many requests make sense. */
    private static List<Reference> numbered(List<MediaType> types, List<Role> roles, int purpose) {
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        List<Reference> numbered = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Optional<PixelSize> size = Optional.of(new PixelSize(640, 480));
            MediaInfo media = new MediaInfo("c".repeat(64), types.get(i), 9, size, Optional.empty());
            Role role = switch (purpose) {
                case 0 -> roles.get(i);
                case 1 -> i == 0 ? Role.FIRST_FRAME : Role.LAST_FRAME;
                default -> Role.REFERENCE;
            };
            numbered.add(new Reference(counts.merge(media.kind(), 1, Integer::sum), role, media));
        }
        return numbered;
    }
}

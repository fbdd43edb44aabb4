package org.spoolbot.providers.dialect.evolink;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.MediaRules.LengthRules;
import org.spoolbot.api.provider.MediaRules.PixelRules;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.ReferenceRules;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.gateway.SeedanceRules;

/** Seedance 2.0 as EvoLink's create page describes it. What that page leaves open is as the model's maker says. */
final class EvolinkModels {
    /** Stands in a wire name where the gateway has an id for each mode. */
    static final String MODE = "{mode}";

    private static final long MEGABYTE = 1_000_000;
    /** 2000 tokens: some scripts take one for each character. */
    private static final int MAX_PROMPT_LENGTH = 2000;
    private static final int MAX_FILES = 12;
    private static final Set<MediaType> UPLOADED_PICTURES =
            EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.WEBP);
    private static final Set<Handover> WAYS =
            EnumSet.of(Handover.UPLOAD, Handover.SIGNED_LINK, Handover.PLATFORM_LINK);

    private EvolinkModels() {}

    static List<Model> all() {
        return List.of(new Model("seedance", "seedance-2.0", capabilities(), false));
    }

    /**
     * The models as one gateway offers them: without its upload service files go by link, with it pictures are of the types it takes; and
     * an id for each mode takes pictures alone for references.
     */
    static List<Model> offered(List<Model> models, boolean uploads) {
        return models.stream()
                .map(model -> new Model(model.id(), model.wireName(), offered(model, uploads), model.sample()))
                .toList();
    }

    private static Capabilities offered(Model model, boolean uploads) {
        Capabilities all = model.capabilities();
        Set<Feature> features = new HashSet<>(all.features());
        if (isSplit(model)) {
            features.add(Feature.PICTURES_ALONE);
        }
        Map<MediaKind, MediaRules> media = new EnumMap<>(MediaKind.class);
        all.media().forEach((kind, rules) -> media.put(kind, uploads ? uploaded(kind, rules) : linked(rules)));
        return new Capabilities(
                all.modes(),
                new ReferenceRules(media, all.references().maxFiles()),
                all.lengths(),
                all.ratios(),
                all.resolutions(),
                all.maxPromptLength(),
                features);
    }

    private static MediaRules linked(MediaRules rules) {
        Set<Handover> links = rules.ways().stream().filter(Handover::isLink).collect(Collectors.toUnmodifiableSet());
        return rules.handedOverBy(links.isEmpty() ? EnumSet.of(Handover.SIGNED_LINK) : links);
    }

    private static MediaRules uploaded(MediaKind kind, MediaRules rules) {
        if (kind != MediaKind.IMAGE || !rules.ways().contains(Handover.UPLOAD)) {
            return rules;
        }
        Set<MediaType> types = rules.types().stream().filter(UPLOADED_PICTURES::contains).collect(Collectors.toUnmodifiableSet());
        return new MediaRules(
                rules.minCount(), rules.maxCount(), rules.maxBytes(), types, rules.pixels(), rules.length(), rules.ways());
    }

    /** What the gateway calls a model in a mode. */
    static String wireName(Model model, Mode mode) {
        String word = switch (mode) {
            case TEXT -> "text";
            case FIRST_FRAME, FIRST_LAST_FRAME -> "image";
            case REFERENCE -> "reference";
        };
        return model.wireName().replace(MODE, word);
    }

    /** Whether the gateway has an id for each mode, and so need not guess the mode. */
    static boolean isSplit(Model model) {
        return model.wireName().contains(MODE);
    }

    private static Capabilities capabilities() {
        return new Capabilities(
                EnumSet.allOf(Mode.class),
                new ReferenceRules(Map.of(MediaKind.IMAGE, images(), MediaKind.VIDEO, videos(), MediaKind.AUDIO, sounds()), MAX_FILES),
                SeedanceRules.LENGTHS,
                List.of(Ratio.values()),
                List.of(Resolution.P480, Resolution.P720, Resolution.P1080),
                MAX_PROMPT_LENGTH,
                EnumSet.of(Feature.AUDIO_SWITCH));
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(
                MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP, MediaType.TIFF, MediaType.GIF);
        return new MediaRules(9, 30 * MEGABYTE, types, SeedanceRules.IMAGE_PIXELS, LengthRules.any()).handedOverBy(WAYS);
    }

    private static MediaRules videos() {
        PixelRules pixels = new PixelRules(300, 6000, 0.4, 2.5, 409_600, 927_408);
        Set<MediaType> types = EnumSet.of(MediaType.MP4, MediaType.MOV);
        return new MediaRules(3, 50 * MEGABYTE, types, pixels, SeedanceRules.FIFTEEN_SECONDS).handedOverBy(WAYS);
    }

    private static MediaRules sounds() {
        Set<MediaType> types = EnumSet.of(MediaType.MP3, MediaType.WAV);
        return new MediaRules(3, 15 * MEGABYTE, types, PixelRules.any(), SeedanceRules.FIFTEEN_SECONDS).handedOverBy(WAYS);
    }
}

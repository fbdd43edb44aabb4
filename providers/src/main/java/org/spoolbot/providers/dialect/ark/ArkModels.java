package org.spoolbot.providers.dialect.ark;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.provider.MediaRules.LengthRules;
import org.spoolbot.api.provider.MediaRules.PixelRules;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/** The Seedance 2.0 models as Ark's create page and APIYI's overview describe them. */
public final class ArkModels {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MAX_PROMPT_LENGTH = 4000;
    /** A clip is never taken inline. */
    private static final Set<Handover> LINK = EnumSet.of(Handover.SIGNED_LINK, Handover.PLATFORM_LINK);
    private static final Set<Handover> INLINE_OR_LINK =
            EnumSet.of(Handover.DATA_URI, Handover.SIGNED_LINK, Handover.PLATFORM_LINK);

    private ArkModels() {}

    /** Standard, fast and mini, cheapest last; as samples if they cost nothing. */
    public static List<Model> all(boolean sample) {
        List<Resolution> small = List.of(Resolution.P480, Resolution.P720);
        List<Resolution> full = List.of(Resolution.P480, Resolution.P720, Resolution.P1080);
        return List.of(
                new Model("seedance-fast", "doubao-seedance-2-0-fast-260128", capabilities(small), sample),
                new Model("seedance", "doubao-seedance-2-0-260128", capabilities(full), sample),
                new Model("seedance-mini", "doubao-seedance-2-0-mini-260615", capabilities(small), sample));
    }

    private static Capabilities capabilities(List<Resolution> resolutions) {
        return new Capabilities(
                EnumSet.allOf(Mode.class),
                Map.of(MediaKind.IMAGE, images(), MediaKind.VIDEO, videos(), MediaKind.AUDIO, sounds()),
                IntStream.rangeClosed(4, 15).boxed().toList(),
                List.of(Ratio.values()),
                resolutions,
                MAX_PROMPT_LENGTH,
                Set.of(Feature.AUDIO_SWITCH, Feature.SEED, Feature.WATERMARK, Feature.LAST_FRAME, Feature.PICTURES_ALONE));
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(
                MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP, MediaType.TIFF, MediaType.GIF, MediaType.HEIC);
        PixelRules pixels = new PixelRules(300, 6000, 0.4, 2.5, 1, Long.MAX_VALUE);
        return new MediaRules(9, 30 * MEBIBYTE, types, pixels, LengthRules.any()).handedOverBy(INLINE_OR_LINK);
    }

    private static MediaRules videos() {
        PixelRules pixels = new PixelRules(300, 6000, 0.4, 2.5, 409_600, 8_295_044);
        return new MediaRules(3, 50 * MEBIBYTE, EnumSet.of(MediaType.MP4, MediaType.MOV), pixels, fifteenSeconds())
                .handedOverBy(LINK);
    }

    private static MediaRules sounds() {
        return new MediaRules(
                        3, 15 * MEBIBYTE, EnumSet.of(MediaType.WAV, MediaType.MP3), PixelRules.any(), fifteenSeconds())
                .handedOverBy(INLINE_OR_LINK);
    }

    private static LengthRules fifteenSeconds() {
        return new LengthRules(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(15));
    }
}

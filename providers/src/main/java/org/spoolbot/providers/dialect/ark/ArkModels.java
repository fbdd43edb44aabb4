package org.spoolbot.providers.dialect.ark;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.spoolbot.providers.gateway.SeedanceRules;

/** The Seedance 2.0 models as Ark's create page and APIYI's overview describe them. */
public final class ArkModels {
    private static final long MEBIBYTE = 1 << 20;
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
                SeedanceRules.LENGTHS,
                List.of(Ratio.values()),
                resolutions,
                SeedanceRules.PROMPT_LENGTH,
                Set.of(Feature.AUDIO_SWITCH, Feature.SEED, Feature.WATERMARK, Feature.LAST_FRAME, Feature.PICTURES_ALONE));
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(
                MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP, MediaType.TIFF, MediaType.GIF, MediaType.HEIC);
        return new MediaRules(9, 30 * MEBIBYTE, types, SeedanceRules.IMAGE_PIXELS, LengthRules.any()).handedOverBy(INLINE_OR_LINK);
    }

    private static MediaRules videos() {
        Set<MediaType> types = EnumSet.of(MediaType.MP4, MediaType.MOV);
        return new MediaRules(3, 50 * MEBIBYTE, types, SeedanceRules.VIDEO_PIXELS, SeedanceRules.FIFTEEN_SECONDS)
                .handedOverBy(LINK);
    }

    private static MediaRules sounds() {
        Set<MediaType> types = EnumSet.of(MediaType.WAV, MediaType.MP3);
        return new MediaRules(3, 15 * MEBIBYTE, types, PixelRules.any(), SeedanceRules.FIFTEEN_SECONDS)
                .handedOverBy(INLINE_OR_LINK);
    }
}

package org.spoolbot.providers.dialect.laozhangvideos;

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

/** The two models, as the vendor's page describes them; what it does not tell about files are the model's own limits. */
final class VideosModels {
    private static final long MEBIBYTE = 1 << 20;
    private static final Set<Handover> LINK = EnumSet.of(Handover.SIGNED_LINK, Handover.PLATFORM_LINK);

    private VideosModels() {}

    /** The fast one first. */
    static List<Model> all() {
        Capabilities capabilities = new Capabilities(
                EnumSet.of(Mode.TEXT, Mode.REFERENCE),
                Map.of(MediaKind.IMAGE, images(), MediaKind.VIDEO, videos(), MediaKind.AUDIO, sounds()),
                SeedanceRules.LENGTHS,
                List.of(
                        Ratio.LANDSCAPE_16_9,
                        Ratio.PORTRAIT_9_16,
                        Ratio.SQUARE_1_1,
                        Ratio.PORTRAIT_3_4,
                        Ratio.LANDSCAPE_4_3,
                        Ratio.CINEMA_21_9),
                List.of(Resolution.P720),
                SeedanceRules.PROMPT_LENGTH,
                Set.of(Feature.AUDIO_SWITCH, Feature.WATERMARK, Feature.PICTURES_ALONE));
        return List.of(
                new Model("seedance-fast", "doubao-seedance-2-0-fast-260128", capabilities, false),
                new Model("seedance", "doubao-seedance-2-0-260128", capabilities, false));
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.WEBP);
        return new MediaRules(9, 30 * MEBIBYTE, types, SeedanceRules.IMAGE_PIXELS, LengthRules.any()).handedOverBy(LINK);
    }

    private static MediaRules videos() {
        Set<MediaType> types = EnumSet.of(MediaType.MP4, MediaType.MOV);
        return new MediaRules(3, 50 * MEBIBYTE, types, SeedanceRules.VIDEO_PIXELS, SeedanceRules.FIFTEEN_SECONDS).handedOverBy(LINK);
    }

    private static MediaRules sounds() {
        Set<MediaType> types = EnumSet.of(MediaType.WAV, MediaType.MP3);
        return new MediaRules(3, 15 * MEBIBYTE, types, PixelRules.any(), SeedanceRules.FIFTEEN_SECONDS).handedOverBy(LINK);
    }
}

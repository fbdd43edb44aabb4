package org.spoolbot.providers.dialect.kyyvideo2;

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

/** The four models of the create page. What that page leaves open is as the model's maker says. */
final class KyyModels {
    private static final long MEGABYTE = 1_000_000;
    private static final Set<Handover> LINK = EnumSet.of(Handover.SIGNED_LINK, Handover.PLATFORM_LINK);
    /** Which size comes back cannot be chosen; this is what the model makes if it is not told. */
    private static final List<Resolution> ONE_SIZE = List.of(Resolution.P720);

    private KyyModels() {}

    /** First those that do everything, then those that need a video handed in. */
    static List<Model> all() {
        return List.of(
                new Model("seedance-fast-pro", "seedance_2_0_fast_pro", pro(), false),
                new Model("seedance-pro", "seedance_2_0_pro", pro(), false),
                new Model("seedance", "seedance_2_0", withVideoOnly(), false),
                new Model("seedance-fast", "seedance_2_0_fast", withVideoOnly(), false));
    }

    private static Capabilities pro() {
        return capabilities(EnumSet.allOf(Mode.class), 0, EnumSet.of(Feature.AUDIO_SWITCH, Feature.PICTURES_ALONE));
    }

    /** Frames exclude videos, so a model that needs a video knows no frames. */
    private static Capabilities withVideoOnly() {
        return capabilities(EnumSet.of(Mode.REFERENCE), 1, EnumSet.of(Feature.AUDIO_SWITCH));
    }

    private static Capabilities capabilities(Set<Mode> modes, int leastVideos, Set<Feature> features) {
        return new Capabilities(
                modes,
                Map.of(MediaKind.IMAGE, images(), MediaKind.VIDEO, videos(leastVideos), MediaKind.AUDIO, sounds()),
                SeedanceRules.LENGTHS,
                List.of(Ratio.values()),
                ONE_SIZE,
                SeedanceRules.PROMPT_LENGTH,
                features);
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(
                MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.BMP, MediaType.TIFF, MediaType.GIF);
        return new MediaRules(9, 30 * MEGABYTE, types, SeedanceRules.IMAGE_PIXELS, LengthRules.any()).handedOverBy(LINK);
    }

    /** The page takes 480p and 720p. */
    private static MediaRules videos(int least) {
        PixelRules pixels = new PixelRules(300, 6000, 0.4, 2.5, 409_600, 927_408);
        Set<MediaType> types = EnumSet.of(MediaType.MP4, MediaType.MOV);
        return new MediaRules(least, 3, 50 * MEGABYTE, types, pixels, SeedanceRules.FIFTEEN_SECONDS, LINK);
    }

    private static MediaRules sounds() {
        Set<MediaType> types = EnumSet.of(MediaType.WAV, MediaType.MP3);
        return new MediaRules(3, 15 * MEGABYTE, types, PixelRules.any(), SeedanceRules.FIFTEEN_SECONDS).handedOverBy(LINK);
    }
}

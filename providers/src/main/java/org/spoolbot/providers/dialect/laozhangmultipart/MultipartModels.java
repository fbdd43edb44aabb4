package org.spoolbot.providers.dialect.laozhangmultipart;

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
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.gateway.SeedanceRules;

/** The one model, as the vendor's page describes it; counts, lengths and shapes, which it does not tell, are those of the model itself. */
final class MultipartModels {
    /** The page says 50 MB and not which; the smaller is right by both readings. */
    private static final long FILE_BYTES = 50_000_000;
    private static final Set<Handover> PART = EnumSet.of(Handover.PART);

    private MultipartModels() {}

    static List<Model> all() {
        Capabilities capabilities = new Capabilities(
                EnumSet.allOf(Mode.class),
                Map.of(MediaKind.IMAGE, images(), MediaKind.VIDEO, videos()),
                SeedanceRules.LENGTHS,
                List.of(Ratio.LANDSCAPE_16_9, Ratio.PORTRAIT_9_16, Ratio.SQUARE_1_1),
                List.of(Resolution.P720),
                SeedanceRules.PROMPT_LENGTH,
                Set.of(Feature.PICTURES_ALONE));
        return List.of(new Model("seedance", "seedance-2.0", capabilities, false));
    }

    private static MediaRules images() {
        Set<MediaType> types = EnumSet.of(MediaType.JPEG, MediaType.PNG);
        return new MediaRules(9, FILE_BYTES, types, SeedanceRules.IMAGE_PIXELS, LengthRules.any()).handedOverBy(PART);
    }

    private static MediaRules videos() {
        Set<MediaType> types = EnumSet.of(MediaType.MP4);
        return new MediaRules(3, FILE_BYTES, types, SeedanceRules.VIDEO_PIXELS, SeedanceRules.FIFTEEN_SECONDS).handedOverBy(PART);
    }
}

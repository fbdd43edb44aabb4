package org.spoolbot.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Handover;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.dialect.ark.ArkModels;
import org.spoolbot.providers.dialect.laozhangmultipart.LaozhangMultipartDialect;
import org.spoolbot.providers.dialect.laozhangvideos.LaozhangVideosDialect;

/** What the vendor's two pages offer is offered, and nothing else. */
class LaozhangModelsTest {
    private final Model form = new LaozhangMultipartDialect().models().getFirst();

    @Test
    void the_form_route_takes_frames_and_files_but_neither_sound_nor_a_choice_of_it() {
        Capabilities made = form.capabilities();
        assertThat(form.wireName()).isEqualTo("seedance-2.0");
        assertThat(made.modes()).containsExactlyInAnyOrder(Mode.values());
        assertThat(made.ratios()).containsExactly(Ratio.LANDSCAPE_16_9, Ratio.PORTRAIT_9_16, Ratio.SQUARE_1_1);
        assertThat(made.resolutions()).containsExactly(Resolution.P720);
        assertThat(made.lengths()).startsWith(4, 5).endsWith(15).hasSize(12);
        assertThat(made.features()).doesNotContain(Feature.AUDIO_SWITCH, Feature.SEED, Feature.WATERMARK, Feature.LAST_FRAME);
        assertThat(made.media()).containsOnlyKeys(MediaKind.IMAGE, MediaKind.VIDEO);
        assertThat(made.media().get(MediaKind.IMAGE).types()).containsExactlyInAnyOrder(MediaType.JPEG, MediaType.PNG);
        assertThat(made.media().get(MediaKind.VIDEO).types()).containsExactly(MediaType.MP4);
        assertThat(made.media().values()).allSatisfy(rules -> {
            assertThat(rules.maxBytes()).isEqualTo(50_000_000);
            assertThat(rules.ways()).containsExactly(Handover.PART);
        });
    }

    @Test
    void the_json_route_takes_links_only_and_no_frames() {
        assertThat(new LaozhangVideosDialect().models()).extracting(Model::wireName)
                .containsExactly("doubao-seedance-2-0-fast-260128", "doubao-seedance-2-0-260128");
        assertThat(new LaozhangVideosDialect().models()).extracting(Model::capabilities).allSatisfy(made -> {
            assertThat(made.modes()).containsExactlyInAnyOrder(Mode.TEXT, Mode.REFERENCE);
            assertThat(made.ratios()).hasSize(6).doesNotContain(Ratio.ADAPTIVE);
            assertThat(made.resolutions()).containsExactly(Resolution.P720);
            assertThat(made.features()).contains(Feature.AUDIO_SWITCH, Feature.WATERMARK).doesNotContain(Feature.SEED, Feature.LAST_FRAME);
            assertThat(made.media()).containsOnlyKeys(MediaKind.values());
            assertThat(made.media().values()).allSatisfy(rules -> assertThat(rules.ways()).allMatch(Handover::isLink));
        });
    }

    @Test
    void a_member_names_the_same_model_whoever_makes_it() {
        Set<String> elsewhere = Set.copyOf(ArkModels.all(false).stream().map(Model::id).toList());
        assertThat(elsewhere).contains(form.id());
        assertThat(new LaozhangVideosDialect().models()).extracting(Model::id).isSubsetOf(elsewhere);
    }
}

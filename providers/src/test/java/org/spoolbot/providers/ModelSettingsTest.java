package org.spoolbot.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.dialect.ark.ArkDialect;

class ModelSettingsTest {
    private static final ArkDialect ARK = new ArkDialect();
    private static final ModelSettings NOTHING =
            new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static MakesSettings makes(Optional<String> lengths, Optional<List<String>> ratios, Optional<List<String>> resolutions) {
        return new MakesSettings(
                Optional.empty(), lengths, ratios, resolutions, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ModelSettings making(MakesSettings makes) {
        return new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(makes), Optional.empty());
    }

    private static Capabilities changed(ModelSettings settings) {
        return ModelSettings.models(Map.of("seedance", settings), ARK).stream()
                .filter(model -> model.id().equals("seedance"))
                .findFirst()
                .orElseThrow()
                .capabilities();
    }

    @Test
    void without_changes_members_see_the_dialects_own_models() {
        assertThat(ModelSettings.models(Map.of("seedance", NOTHING), ARK)).isEqualTo(ARK.models());
    }

    @Test
    void what_the_vendor_changed_reaches_card_and_check_without_a_new_version() {
        MakesSettings makes = new MakesSettings(
                Optional.of(List.of(Mode.TEXT)),
                Optional.of("4-30"),
                Optional.of(List.of("1:1", "16:9")),
                Optional.of(List.of("4k", "720p")),
                Optional.of(9_000),
                Optional.of(List.of(Feature.AUDIO_ALONE)),
                Optional.of(List.of(Feature.SEED)));
        Capabilities can = changed(making(makes));
        assertThat(can.modes()).isEqualTo(Set.of(Mode.TEXT));
        assertThat(can.lengths()).isEqualTo(IntStream.rangeClosed(4, 30).boxed().toList());
        assertThat(can.ratios()).containsExactly(Ratio.SQUARE_1_1, Ratio.LANDSCAPE_16_9);
        assertThat(can.resolutions()).containsExactly(Resolution.P720, Resolution.P2160);
        assertThat(can.maxPromptLength()).isEqualTo(9_000);
        assertThat(can.features()).contains(Feature.AUDIO_ALONE, Feature.WATERMARK).doesNotContain(Feature.SEED);
    }

    @Test
    void counts_of_files_can_be_lowered_and_a_kind_taken_away() {
        TakesSettings takes = new TakesSettings(Optional.of(2), Optional.of(0), Optional.empty(), Optional.of(4));
        ModelSettings settings =
                new ModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(takes));
        Capabilities can = changed(settings);
        assertThat(can.media().get(MediaKind.IMAGE).maxCount()).isEqualTo(2);
        assertThat(can.media()).doesNotContainKey(MediaKind.VIDEO);
        assertThat(can.references().maxFiles()).isEqualTo(4);
    }

    @Test
    void a_model_that_is_off_is_not_offered_and_a_new_one_needs_only_its_wire_name() {
        ModelSettings off =
                new ModelSettings(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty(), Optional.empty());
        ModelSettings newer = new ModelSettings(
                Optional.empty(), Optional.empty(), Optional.of("doubao-seedance-2-5-260628"), Optional.empty(), Optional.empty());
        List<Model> models = ModelSettings.models(Map.of("seedance-mini", off, "seedance-2.5", newer), ARK);
        assertThat(models).extracting(Model::id).containsExactlyInAnyOrder("seedance-fast", "seedance", "seedance-2.5");
        assertThat(models).extracting(Model::wireName).contains("doubao-seedance-2-5-260628");
    }

    @Test
    void an_unknown_model_without_a_wire_name_is_told_at_start_and_not_when_a_member_orders() {
        assertThat(ModelSettings.faults(Map.of("seadance", NOTHING), ARK))
                .singleElement()
                .asString()
                .contains("seadance", "wire-name", "seedance-fast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15-4", "0-4", "4..15", "four", "5,,6", "1-999", ""})
    void lengths_that_are_none_are_refused_with_what_to_write(String lengths) {
        assertThatThrownBy(() -> makes(Optional.of(lengths), Optional.empty(), Optional.empty()))
                .hasMessageContaining("write 4-15 or 5,10");
    }

    @Test
    void all_faults_of_a_model_are_told_at_once() {
        assertThatThrownBy(() -> makes(Optional.of("x"), Optional.of(List.of("17:9")), Optional.of(List.of("8k"))))
                .hasMessageContainingAll("lengths", "17:9", "8k");
    }
}

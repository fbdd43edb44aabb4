package org.spoolbot.engine.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;

/** What a member chooses from a menu can be made; what had to move for it is near, and said. */
class SettlingTest {
    private static final Capabilities TALL = can(List.of(4, 5), List.of(Ratio.PORTRAIT_9_16), List.of(Resolution.P480), Set.of());
    private static final Capabilities WIDE = can(
            List.of(5, 10),
            List.of(Ratio.LANDSCAPE_16_9, Ratio.CINEMA_21_9),
            List.of(Resolution.P720, Resolution.P1080),
            Set.of(Feature.AUDIO_SWITCH, Feature.SEED));

    private static Capabilities can(List<Integer> lengths, List<Ratio> ratios, List<Resolution> tiers, Set<Feature> features) {
        return new Capabilities(EnumSet.allOf(Mode.class), Map.of(), lengths, ratios, tiers, 100, features);
    }

    private static Draft draft(Format format, OptionalLong seed) {
        Destination place = new Destination("chat", Optional.empty(), "room", Optional.empty(), Optional.empty());
        return new Draft("kite", List.of(), Draft.Use.AUTO, format, seed, Optional.empty(), place);
    }

    private static Studio studio(Capabilities... able) {
        return new Studio(List.of(), List.of(), List.of(), List.of(able));
    }

    @Test
    void choosingAShapeMovesTheRestToTheModelThatMakesIt() {
        Draft silent = draft(new Format(10, Ratio.PORTRAIT_9_16, Resolution.P720, false), OptionalLong.of(7));

        DraftMachine.Step step = Settling.settle(silent, studio(WIDE, TALL), Set.of(Settling.Part.RATIO));

        assertThat(step.draft().format()).isEqualTo(new Format(5, Ratio.PORTRAIT_9_16, Resolution.P480, true));
        assertThat(step.draft().seed()).isEmpty();
        assertThat(step.faults()).extracting(Phrase::key).containsExactly(
                "command.moved.length", "command.moved.resolution", "command.moved.sound", "command.moved.seed");
    }

    @Test
    void aShapeThatNobodyMakesBecomesTheMostAlike() {
        Draft film = draft(new Format(5, Ratio.CINEMA_21_9, Resolution.P720, true), OptionalLong.empty());
        Capabilities square = can(
                List.of(5), List.of(Ratio.ADAPTIVE, Ratio.SQUARE_1_1, Ratio.LANDSCAPE_16_9), List.of(Resolution.P720), Set.of());

        assertThat(Settling.settle(film, studio(square), Set.of()).draft().format().ratio()).isEqualTo(Ratio.LANDSCAPE_16_9);
    }

    @Test
    void whatWasTypedStaysEvenIfNobodyMakesItSoThatTheCardCanSaySo() {
        Draft draft = draft(new Format(60, Ratio.LANDSCAPE_16_9, Resolution.P480, true), OptionalLong.empty());

        DraftMachine.Step step = Settling.settle(draft, studio(WIDE), Set.of(Settling.Part.LENGTH));

        assertThat(step.draft().format()).isEqualTo(new Format(60, Ratio.LANDSCAPE_16_9, Resolution.P720, true));
    }

    @Property
    void afterAChoiceFromAMenuSomeModelMakesTheWhole(
            @ForAll("models") List<Capabilities> able, @ForAll("formats") Format before, @ForAll("parts") Settling.Part part) {
        Studio studio = studio(able.toArray(Capabilities[]::new));
        Format chosen = new Format(
                part == Settling.Part.LENGTH ? studio.lengths().getLast() : before.seconds(),
                part == Settling.Part.RATIO ? studio.ratios().getLast() : before.ratio(),
                part == Settling.Part.RESOLUTION ? studio.resolutions().getLast() : before.resolution(),
                before.audio());

        DraftMachine.Step step = Settling.settle(draft(chosen, OptionalLong.empty()), studio, Set.of(part));

        Format after = step.draft().format();
        assertThat(able).anySatisfy(model -> {
            assertThat(model.lengths()).contains(after.seconds());
            assertThat(model.ratios()).contains(after.ratio());
            assertThat(model.resolutions()).contains(after.resolution());
            assertThat(after.audio() || model.has(Feature.AUDIO_SWITCH)).isTrue();
        });
        assertThat(step.faults().isEmpty()).as("said if moved").isEqualTo(after.equals(chosen));
        assertThat(part != Settling.Part.LENGTH || after.seconds() == chosen.seconds()).isTrue();
        assertThat(part != Settling.Part.RATIO || after.ratio() == chosen.ratio()).isTrue();
        assertThat(part != Settling.Part.RESOLUTION || after.resolution() == chosen.resolution()).isTrue();
        assertThat(Settling.settle(step.draft(), studio, Set.of()).faults()).as("once is enough").isEmpty();
    }

    @Provide
    Arbitrary<List<Capabilities>> models() {
        return Combinators.combine(
                        Arbitraries.of(4, 5, 8, 10, 15).set().ofMinSize(1),
                        Arbitraries.of(Ratio.values()).set().ofMinSize(1),
                        Arbitraries.of(Resolution.values()).set().ofMinSize(1),
                        Arbitraries.of(Feature.AUDIO_SWITCH, Feature.SEED).set())
                .as((lengths, ratios, tiers, features) -> can(
                        lengths.stream().sorted().toList(), List.copyOf(ratios), tiers.stream().sorted().toList(), features))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Format> formats() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(Ratio.values()),
                        Arbitraries.of(Resolution.values()),
                        Arbitraries.of(true, false))
                .as(Format::new);
    }

    @Provide
    Arbitrary<Settling.Part> parts() {
        return Arbitraries.of(Settling.Part.LENGTH, Settling.Part.RATIO, Settling.Part.RESOLUTION);
    }
}

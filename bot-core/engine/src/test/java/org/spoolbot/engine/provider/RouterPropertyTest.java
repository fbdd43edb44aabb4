package org.spoolbot.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.VideoRequest;

class RouterPropertyTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final VideoRequest ANY = RouterTest.request(Optional.empty());

    @Property
    void whoeverIsChosenFitsAndIsTheFirstThatIsWell(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 4) Integer> standings,
            @ForAll Set<@IntRange(max = 7) Integer> unfit,
            @ForAll Set<@IntRange(max = 7) Integer> samples,
            @ForAll Routes.Preference preference) {
        List<VideoProvider> providers = new ArrayList<>();
        Panel panel = new Panel();
        for (int place = 0; place < standings.size(); place++) {
            String id = "g" + place;
            providers.add(new Shop(id, List.of(new Model("m" + place, "w", Shop.model("m", false).capabilities(), samples.contains(place)))));
            panel.standings.put(id, standing(standings.get(place)));
            panel.prices.put(id, new Money(samples.contains(place) ? 0 : 100 - place % 3));
            panel.speeds.put(id, Duration.ofSeconds(place % 2));
        }
        unfit.forEach(place -> panel.unfit.add("m" + place));
        Routes routes = new Routes(Map.of(), new Routes.Route(List.of(), preference));

        Router.Decision decision = Router.decide(providers, routes, ANY, panel, NOON);

        boolean samplesFirst = samples.contains(0);
        if (decision instanceof Router.Decision.Chosen(Candidate chosen, List<Skip> skips)) {
            assertThat(panel.faults(chosen)).isEmpty();
            assertThat(chosen.model().sample() && !samplesFirst).isFalse();
            assertThat(panel.standing(chosen.provider().id()).state()).isNotEqualTo(Standing.State.OFF);
            assertThat(skips).extracting(Skip::candidate).doesNotContain(chosen).doesNotHaveDuplicates();
        }
        if (decision instanceof Router.Decision.Nobody nobody) {
            assertThat(nobody.faults()).isNotEmpty();
            assertThat(providers).noneMatch(provider -> mayMake(provider, panel, samplesFirst));
        }
        assertThat(Router.decide(providers, routes, ANY, panel, NOON)).isEqualTo(decision);
        assertThat(new HashSet<>(Router.others(providers, routes, ANY, panel)))
                .allMatch(other -> panel.standing(other.provider().id()).isOpen() && panel.faults(other).isEmpty());
    }

    private static boolean mayMake(VideoProvider provider, Panel panel, boolean samplesFirst) {
        Model model = provider.models().getFirst();
        return panel.faults(new Candidate(provider, model)).isEmpty()
                && panel.standing(provider.id()).isOpen()
                && (samplesFirst || !model.sample());
    }

    private static Standing standing(int number) {
        Standing.State state = Standing.State.values()[number];
        boolean waits = state == Standing.State.FULL || state == Standing.State.RESTING;
        return new Standing(
                state,
                waits ? Optional.of(NOON.plusSeconds(60L * number * number)) : Optional.empty(),
                waits ? Optional.of(ErrorKind.UPSTREAM) : Optional.empty(),
                "");
    }
}

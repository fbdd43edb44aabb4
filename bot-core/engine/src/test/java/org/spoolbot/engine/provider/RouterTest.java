package org.spoolbot.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.Routes.Preference;
import org.spoolbot.api.provider.Routes.Stop;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

class RouterTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final List<VideoProvider> TWO = List.of(Shop.of("a", "small"), Shop.of("b", "big"));

    private final Panel panel = new Panel();

    @Test
    void theFirstThatCanMakesIt() {
        assertThat(chosen(TWO, Optional.empty())).isEqualTo("a/small");
        panel.unfit.add("small");
        assertThat(chosen(TWO, Optional.empty())).isEqualTo("b/big");
        assertThat(notes(TWO)).containsExactly("skipped a/small unfit too-short");
    }

    @Test
    void whoNamesAModelGetsThatOneOrASentence() {
        assertThat(chosen(TWO, Optional.of("BIG"))).isEqualTo("b/big");
        assertThat(faults(TWO, Optional.of("huge"))).extracting(Phrase::key).containsExactly("job.fault.no-such-model");
        panel.unfit.add("big");
        assertThat(faults(TWO, Optional.of("big"))).containsExactly(Panel.FAULT);
    }

    @Test
    void aNamedModelGoesToAnyGatewayThatHasItEvenOffTheRoute() {
        List<VideoProvider> providers = List.of(Shop.of("a", "small"), Shop.of("b", "big"), Shop.of("c", "big"));
        Routes onlyA = route(Preference.ORDER, new Stop("a", Optional.empty()));

        assertThat(chosen(providers, onlyA, Optional.of("big"))).isEqualTo("b/big");
        panel.standings.put("b", off());
        assertThat(chosen(providers, onlyA, Optional.of("big"))).isEqualTo("c/big");
    }

    @Test
    void nobodyGetsASampleInThePlaceOfAClip() {
        List<VideoProvider> paidFirst = List.of(Shop.of("a", "small"), Shop.ofSamples("box", "sample"));

        panel.unfit.add("small");
        assertThat(faults(paidFirst, Optional.empty())).containsExactly(Panel.FAULT);
        assertThat(notes(paidFirst)).contains("skipped box/sample sample");
        assertThat(chosen(paidFirst, Optional.of("sample"))).isEqualTo("box/sample");
        assertThat(chosen(paidFirst.reversed(), Optional.empty())).isEqualTo("box/sample");
    }

    @Test
    void aSampleIsNotTheCheapestClip() {
        List<VideoProvider> providers = List.of(Shop.of("a", "small"), Shop.ofSamples("box", "sample"));
        panel.prices.put("box", Money.ZERO);

        assertThat(chosen(providers, route(Preference.PRICE), Optional.empty())).isEqualTo("a/small");
    }

    @Test
    void aSickGatewayIsPassedOverAndItIsNotedWhy() {
        panel.standings.put("a", resting(Duration.ofMinutes(1)));

        assertThat(chosen(TWO, Optional.empty())).isEqualTo("b/big");
        assertThat(notes(TWO)).containsExactly("skipped a/small resting AUTH");
    }

    @Test
    void whoOnlyWaitsIsWaitedForButNotForever() {
        panel.standings.put("a", resting(Duration.ofMinutes(4)));
        panel.standings.put("b", resting(Duration.ofMinutes(1)));
        assertThat(chosen(TWO, Optional.empty())).isEqualTo("b/big");

        panel.standings.put("a", resting(Duration.ofMinutes(15)));
        panel.standings.put("b", off());
        assertThat(faults(TWO, Optional.empty())).extracting(Phrase::key).containsExactly("job.fault.all-resting");
    }

    @Test
    void theOperatorsRouteDecidesTheOrderAndTheModel() {
        List<VideoProvider> providers = List.of(Shop.of("a", "small", "big"), Shop.of("b", "small"));
        Routes routes = route(Preference.ORDER, new Stop("gone", Optional.empty()), new Stop("b", Optional.empty()), new Stop("a", Optional.of("big")));

        assertThat(chosen(providers, routes, Optional.empty())).isEqualTo("b/small");
        panel.standings.put("b", off());
        assertThat(chosen(providers, routes, Optional.empty())).isEqualTo("a/big");
    }

    @Test
    void theRouteOfAModeIsOnlyForThatMode() {
        Routes.Route forFrames = new Routes.Route(List.of(new Stop("b", Optional.empty())), Preference.ORDER);
        Routes routes = new Routes(Map.of(Mode.FIRST_FRAME, forFrames), Routes.DEFAULT.otherwise());

        assertThat(chosen(TWO, routes, Optional.empty())).isEqualTo("a/small");
    }

    @Test
    void theCheapestOrTheFastestMakesItIfTheOperatorWantsThat() {
        panel.prices.put("b", new Money(10));
        panel.speeds.put("b", Duration.ofSeconds(40));

        assertThat(chosen(TWO, route(Preference.PRICE), Optional.empty())).isEqualTo("b/big");
        assertThat(chosen(TWO, route(Preference.SPEED), Optional.empty())).isEqualTo("b/big");
    }

    @Test
    void withoutAnyGatewayThatIsSaid() {
        assertThat(faults(List.of(), Optional.empty())).extracting(Phrase::key).containsExactly("job.fault.no-provider");
    }

    @Test
    void aModelWithoutAPriceCountsAtTheAssumedOneAndSaysSo() {
        PriceList prices = new PriceList(new BigDecimal("0.25"));
        Shop shop = Shop.of("a", "small");
        Shop box = Shop.ofSamples("box", "sample");

        assertThat(prices.price(new Candidate(shop, shop.models().getFirst()), request(Optional.empty())))
                .isEqualTo(new PriceList.Price(new Money(1_250_000), true));
        assertThat(prices.price(new Candidate(box, box.models().getFirst()), request(Optional.empty())).most())
                .isEqualTo(Money.ZERO);
    }

    private static Standing off() {
        return new Standing(Standing.State.OFF, Optional.empty(), Optional.empty(), "ada");
    }

    private static Standing resting(Duration length) {
        return new Standing(Standing.State.RESTING, Optional.of(NOON.plus(length)), Optional.of(ErrorKind.AUTH), "");
    }

    private static Routes route(Preference preference, Stop... stops) {
        return new Routes(Map.of(), new Routes.Route(List.of(stops), preference));
    }

    private String chosen(List<VideoProvider> providers, Optional<String> model) {
        return chosen(providers, Routes.DEFAULT, model);
    }

    private String chosen(List<VideoProvider> providers, Routes routes, Optional<String> model) {
        Candidate candidate = ((Router.Decision.Chosen) decide(providers, routes, model)).candidate();
        return candidate.provider().id() + "/" + candidate.model().id();
    }

    private List<Phrase> faults(List<VideoProvider> providers, Optional<String> model) {
        return ((Router.Decision.Nobody) decide(providers, Routes.DEFAULT, model)).faults();
    }

    private List<String> notes(List<VideoProvider> providers) {
        return decide(providers, Routes.DEFAULT, Optional.empty()).skips().stream().map(Skip::note).toList();
    }

    private Router.Decision decide(List<VideoProvider> providers, Routes routes, Optional<String> model) {
        return Router.decide(providers, routes, request(model), panel, NOON);
    }

    static VideoRequest request(Optional<String> model) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);
        return new VideoRequest(Prompt.plain("a kite"), Mode.TEXT, List.of(), format, Extras.none(), model);
    }
}

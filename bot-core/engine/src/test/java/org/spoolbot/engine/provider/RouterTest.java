package org.spoolbot.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

class RouterTest {
    private static final List<Phrase> FAULT = List.of(Phrase.of("too-short"));

    @Test
    void theFirstThatCanMakesIt() {
        List<VideoProvider> providers = List.of(new Shop("a", "small", false), new Shop("b", "big", false));

        assertThat(chosen(providers, Optional.empty(), Set.of("small"))).isEqualTo("b/big");
        assertThat(chosen(providers, Optional.empty(), Set.of())).isEqualTo("a/small");
    }

    @Test
    void whoNamesAModelGetsThatOneOrASentence() {
        List<VideoProvider> providers = List.of(new Shop("a", "small", false), new Shop("b", "big", false));

        assertThat(chosen(providers, Optional.of("BIG"), Set.of())).isEqualTo("b/big");
        assertThat(faults(providers, Optional.of("huge"), Set.of())).extracting(Phrase::key).containsExactly("job.fault.no-such-model");
        assertThat(faults(providers, Optional.of("big"), Set.of("big"))).isEqualTo(FAULT);
    }

    @Test
    void nobodyGetsASampleInThePlaceOfAClip() {
        List<VideoProvider> paidFirst = List.of(new Shop("a", "small", false), new Shop("box", "sample", true));

        assertThat(faults(paidFirst, Optional.empty(), Set.of("small"))).isEqualTo(FAULT);
        assertThat(chosen(paidFirst, Optional.of("sample"), Set.of())).isEqualTo("box/sample");
        assertThat(chosen(paidFirst.reversed(), Optional.empty(), Set.of())).isEqualTo("box/sample");
    }

    @Test
    void withoutAnyGatewayThatIsSaid() {
        assertThat(faults(List.of(), Optional.empty(), Set.of())).extracting(Phrase::key).containsExactly("job.fault.no-provider");
    }

    @Test
    void aModelWithoutAPriceCountsAtTheAssumedOneAndSaysSo() {
        PriceList prices = new PriceList(new BigDecimal("0.25"));
        Shop shop = new Shop("a", "small", false);
        Shop box = new Shop("box", "sample", true);

        assertThat(prices.price(new Candidate(shop, shop.models().getFirst()), request(Optional.empty())))
                .isEqualTo(new PriceList.Price(new Money(1_250_000), true));
        assertThat(prices.price(new Candidate(box, box.models().getFirst()), request(Optional.empty())).most())
                .isEqualTo(Money.ZERO);
    }

    private static String chosen(List<VideoProvider> providers, Optional<String> model, Set<String> unfit) {
        Router.Decision.Chosen chosen = (Router.Decision.Chosen) decide(providers, model, unfit);
        return chosen.candidate().provider().id() + "/" + chosen.candidate().model().id();
    }

    private static List<Phrase> faults(List<VideoProvider> providers, Optional<String> model, Set<String> unfit) {
        return ((Router.Decision.Nobody) decide(providers, model, unfit)).faults();
    }

    private static Router.Decision decide(List<VideoProvider> providers, Optional<String> model, Set<String> unfit) {
        return Router.decide(providers, request(model), candidate -> unfit.contains(candidate.id()) ? FAULT : List.of());
    }

    private static VideoRequest request(Optional<String> model) {
        Format format = new Format(5, Ratio.LANDSCAPE_16_9, Resolution.P720, false);
        return new VideoRequest(Prompt.plain("a kite"), Mode.TEXT, List.of(), format, Extras.none(), model);
    }

    private record Shop(String id, String model, boolean sample) implements VideoProvider {
        @Override
        public List<Model> models() {
            Capabilities any = new Capabilities(
                    Set.of(Mode.TEXT), Map.of(), List.of(5), List.of(Ratio.LANDSCAPE_16_9), List.of(Resolution.P720), 100, Set.of());
            return List.of(new Model(model, model, any, sample));
        }

        @Override
        public Optional<Money> price(Model model, VideoRequest request) {
            return Optional.empty();
        }

        @Override
        public SubmitOutcome submit(GenerationOrder order) {
            throw new UnsupportedOperationException("routing asks nobody");
        }

        @Override
        public Map<String, TaskState> poll(Set<String> taskIds) {
            throw new UnsupportedOperationException("routing asks nobody");
        }

        @Override
        public void download(URI source, Path target, long maxBytes) {
            throw new UnsupportedOperationException("routing asks nobody");
        }
    }
}

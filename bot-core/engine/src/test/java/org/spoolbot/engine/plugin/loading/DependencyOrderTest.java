package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.engine.plugin.loading.DependencyOrder.Order;

class DependencyOrderTest {
    @Test
    void aPluginComesAfterWhatItNeedsAndAfterWhatItWouldLike() {
        Order order = DependencyOrder.of(List.of(
                plugin("alpha", List.of("zulu"), List.of()), plugin("beta", List.of(), List.of("yankee")), plugin("yankee"), plugin("zulu")));

        assertThat(order.ids()).containsExactly("zulu", "alpha", "yankee", "beta");
        assertThat(order.rejected()).isEmpty();
    }

    @Test
    void aMissingSoftDependencyCostsNothing() {
        assertThat(DependencyOrder.of(List.of(plugin("beta", List.of(), List.of("absent")))).ids()).containsExactly("beta");
    }

    @Test
    void aMissingPluginFailsThoseThatNeedItAndSaysWhich() {
        Order order = DependencyOrder.of(
                List.of(plugin("alpha", List.of("beta"), List.of()), plugin("beta", List.of("absent"), List.of()), plugin("other")));

        assertThat(order.ids()).containsExactly("other");
        assertThat(order.rejected())
                .isEqualTo(Map.of(
                        "beta", "requires absent, which is not installed",
                        "alpha", "requires beta, which cannot be loaded: it requires absent, which is not installed"));
    }

    @Test
    void aLoopIsPrintedAndFailsItsMembersAndTheirDependentsAlone() {
        Order order = DependencyOrder.of(List.of(
                plugin("alpha", List.of("beta"), List.of()),
                plugin("beta", List.of("gamma"), List.of()),
                plugin("gamma", List.of("alpha"), List.of()),
                plugin("needy", List.of("gamma"), List.of()),
                plugin("fan", List.of(), List.of("gamma")),
                plugin("other")));

        assertThat(order.ids()).containsExactly("fan", "other");
        assertThat(order.rejected()).hasSize(4);
        assertThat(order.rejected().get("beta")).isEqualTo("depends on itself: alpha -> beta -> gamma -> alpha");
        assertThat(order.rejected().get("needy")).startsWith("requires gamma, which cannot be loaded: it depends on itself");
    }

    @Property(tries = 300)
    void anyTangleIsOrderedTheSameWhateverItsOrderAndNothingComesBeforeWhatItNeeds(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 16) int edges, @ForAll long seed) {
        Random random = new Random(seed);
        List<PluginDescriptor> plugins = tangle(size, edges, random);

        Order order = DependencyOrder.of(plugins);
        Collections.shuffle(plugins, random);

        assertThat(DependencyOrder.of(plugins)).isEqualTo(order);
        assertThat(Stream.of(order.ids(), order.rejected().keySet()).flatMap(Collection::stream))
                .containsExactlyInAnyOrderElementsOf(plugins.stream().map(PluginDescriptor::id).toList());
        for (PluginDescriptor plugin : plugins) {
            int place = order.ids().indexOf(plugin.id());
            if (place >= 0) {
                assertThat(order.ids().subList(0, place)).containsAll(plugin.needs().depend());
            }
        }
    }

    private static List<PluginDescriptor> tangle(int size, int edges, Random random) {
        List<List<String>> depend = new ArrayList<>();
        List<List<String>> soft = new ArrayList<>();
        IntStream.range(0, size).forEach(index -> {
            depend.add(new ArrayList<>());
            soft.add(new ArrayList<>());
        });
        for (int edge = 0; edge < edges; edge++) {
            List<List<String>> kind = random.nextBoolean() ? depend : soft;
            kind.get(random.nextInt(size)).add("p" + random.nextInt(size + 1));
        }
        List<PluginDescriptor> plugins = new ArrayList<>();
        IntStream.range(0, size).forEach(index -> plugins.add(plugin("p" + index, depend.get(index), soft.get(index))));
        return plugins;
    }

    private static PluginDescriptor plugin(String id) {
        return plugin(id, List.of(), List.of());
    }

    private static PluginDescriptor plugin(String id, List<String> depend, List<String> softDepend) {
        return new PluginDescriptor(
                id,
                id,
                "1",
                "Main",
                new PluginDescriptor.About("", List.of(), ""),
                new PluginDescriptor.Needs("1", depend, softDepend));
    }
}

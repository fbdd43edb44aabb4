package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolbot.engine.plugin.loading.DependencyOrderTest.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.engine.plugin.loading.DependencyOrder.Order;

class DependencyOrderPropertyTest {
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
}

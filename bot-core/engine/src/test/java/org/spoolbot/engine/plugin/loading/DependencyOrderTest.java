package org.spoolbot.engine.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    private static PluginDescriptor plugin(String id) {
        return plugin(id, List.of(), List.of());
    }

    static PluginDescriptor plugin(String id, List<String> depend, List<String> softDepend) {
        return new PluginDescriptor(
                id,
                id,
                "1",
                "Main",
                new PluginDescriptor.About("", List.of(), ""),
                new PluginDescriptor.Needs("1", depend, softDepend));
    }
}

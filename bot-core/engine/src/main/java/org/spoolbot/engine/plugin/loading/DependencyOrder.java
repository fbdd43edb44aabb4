package org.spoolbot.engine.plugin.loading;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spoolbot.api.plugin.PluginDescriptor;

/**
 * Orders plugins so that each comes after what it needs. A missing plugin fails those that need it, a cycle its members and those that
 * need them; the rest goes on. Pure, and the same for the same plugins in any order.
 */
public final class DependencyOrder {
    private final Map<String, PluginDescriptor> plugins = new TreeMap<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private DependencyOrder(Collection<PluginDescriptor> descriptors) {
        descriptors.forEach(descriptor -> plugins.put(descriptor.id(), descriptor));
    }

    /** Orders them. */
    public static Order of(Collection<PluginDescriptor> descriptors) {
        DependencyOrder work = new DependencyOrder(descriptors);
        work.plugins.keySet().forEach(work::visit);
        return new Order(work.order.stream().filter(id -> !work.rejected.containsKey(id)).toList(), Map.copyOf(work.rejected));
    }

    private void visit(String id) {
        if (done.contains(id)) {
            return;
        }
        if (path.contains(id)) {
            rejectCycle(id);
            return;
        }
        path.addLast(id);
        needs(id).forEach(this::visit);
        path.removeLast();
        if (done.add(id)) {
            reject(id);
            order.add(id);
        }
    }

    private Stream<String> needs(String id) {
        PluginDescriptor.Needs needs = descriptor(id).needs();
        return Stream.concat(needs.depend().stream(), needs.softDepend().stream()).filter(plugins::containsKey).sorted();
    }

    private PluginDescriptor descriptor(String id) {
        return requireNonNull(plugins.get(id), "unknown plugin");
    }

    private void rejectCycle(String id) {
        List<String> cycle = path.stream().dropWhile(other -> !other.equals(id)).toList();
        String loop = String.join(" -> ", cycle) + " -> " + id;
        cycle.forEach(member -> rejected.putIfAbsent(member, "depends on itself: " + loop));
    }

    private void reject(String id) {
        List<String> missing = descriptor(id).needs().depend().stream().filter(other -> !plugins.containsKey(other)).toList();
        if (!missing.isEmpty()) {
            rejected.putIfAbsent(id, "requires " + String.join(", ", missing) + ", which is not installed");
        }
        descriptor(id).needs().depend().stream()
                .filter(rejected::containsKey)
                .findFirst()
                .ifPresent(other -> rejected.putIfAbsent(id, "requires " + other + ", which cannot be loaded: it " + rejected.get(other)));
    }

    /**
     * An order.
     *
     * @param ids what can be loaded, in order
     * @param rejected what cannot, with the reason
     */
    public record Order(List<String> ids, Map<String, String> rejected) {}
}

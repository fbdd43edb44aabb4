package org.spoolbot.engine.provider;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;

/** Gateways in the order in which they were registered. */
final class ProviderRoute implements ProviderDirectory {
    private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Plan> plans = new CopyOnWriteArrayList<>();
    private final TaskHints hints = new TaskHints();

    private final HealthBook health;
    private final InstantSource clock;

    @Inject
    ProviderRoute(HealthBook health, InstantSource clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public synchronized Registration add(String pluginId, VideoProvider provider) {
        if (find(provider.id()).isPresent()) {
            throw new IllegalStateException("plugin " + pluginId + ": there is already a provider " + provider.id());
        }
        Entry entry = new Entry(pluginId, new WatchedProvider(provider, health, clock));
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    @Override
    public Optional<VideoProvider> find(String providerId) {
        return all().stream().filter(provider -> provider.id().equals(providerId)).findFirst();
    }

    @Override
    public List<VideoProvider> all() {
        return entries.stream().map(Entry::provider).toList();
    }

    @Override
    public synchronized Registration route(String pluginId, Routes routes) {
        Plan plan = new Plan(routes);
        plans.add(plan);
        return () -> plans.remove(plan);
    }

    @Override
    public synchronized Routes routes() {
        return plans.isEmpty() ? Routes.DEFAULT : plans.getLast().routes();
    }

    @Override
    public TaskHints hints() {
        return hints;
    }

    /** Routes of a plugin; compared by identity. */
    private static final class Plan {
        private final Routes routes;

        Plan(Routes routes) {
            this.routes = routes;
        }

        Routes routes() {
            return routes;
        }
    }

    /** One registration; compared by identity, so that closing an old one never removes a newer one. */
    private static final class Entry {
        private final String pluginId;
        private final VideoProvider provider;

        Entry(String pluginId, VideoProvider provider) {
            this.pluginId = pluginId;
            this.provider = provider;
        }

        VideoProvider provider() {
            return provider;
        }

        @Override
        public String toString() {
            return provider.id() + " of " + pluginId;
        }
    }
}

package org.spoolbot.engine.provider;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.VideoProvider;

/** Gateways in the order in which they were registered. */
final class ProviderRoute implements ProviderDirectory {
    private final CopyOnWriteArrayList<Entry> entries = new CopyOnWriteArrayList<>();

    @Inject
    ProviderRoute() {}

    @Override
    public synchronized Registration add(String pluginId, VideoProvider provider) {
        if (find(provider.id()).isPresent()) {
            throw new IllegalStateException("plugin " + pluginId + ": there is already a provider " + provider.id());
        }
        Entry entry = new Entry(pluginId, provider);
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

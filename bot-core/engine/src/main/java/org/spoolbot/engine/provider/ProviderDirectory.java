package org.spoolbot.engine.provider;

import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.VideoProvider;
import java.util.List;
import java.util.Optional;

/** Registered gateways in the order of the route. Thread-safe. */
public interface ProviderDirectory {
    /** Adds a gateway of a plugin. */
    Registration add(String pluginId, VideoProvider provider);

    /** The gateway of that id, if its plugin is enabled. */
    Optional<VideoProvider> find(String providerId);

    /** All gateways in order. */
    List<VideoProvider> all();
}

package org.spoolbot.engine.provider;

import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import java.util.List;
import java.util.Optional;

/** Registered gateways in the order of the route. Thread-safe. */
public interface ProviderDirectory {
    /** Adds a gateway of a plugin. */
    Registration add(String pluginId, VideoProvider provider);

    /** The gateway of that id, if its plugin is enabled. */
    Optional<VideoProvider> find(String providerId);

    /** All gateways in the order in which they were registered. */
    List<VideoProvider> all();

    /** Sets the order in which gateways are tried; the last to set it decides. */
    Registration route(String pluginId, Routes routes);

    /** The order in which gateways are tried. */
    Routes routes();

    /** Where gateways' callbacks arrive. */
    TaskHints hints();
}

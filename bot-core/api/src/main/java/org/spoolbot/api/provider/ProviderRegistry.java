package org.spoolbot.api.provider;

import org.spoolbot.api.plugin.Registration;
import java.util.List;

/** Where a plugin puts its gateways, and where everybody sees which there are. Thread-safe. */
public interface ProviderRegistry {
    /** Registers a gateway at the end of the route; a second one of the same id is refused with {@link IllegalStateException}. */
    Registration register(VideoProvider provider);

    /** All gateways in the order they are tried. */
    List<VideoProvider> providers();
}

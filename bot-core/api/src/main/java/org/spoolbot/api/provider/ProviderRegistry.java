package org.spoolbot.api.provider;

import org.spoolbot.api.plugin.Registration;
import java.util.List;

/** Where a plugin puts its gateways, and where everybody sees which there are. Thread-safe. */
public interface ProviderRegistry {
    /** Registers a gateway at the end of the route; a second one of the same id is refused with {@link IllegalStateException}. */
    Registration register(VideoProvider provider);

    /** All gateways in the order in which they were registered. */
    List<VideoProvider> providers();

    /** Sets in what order gateways are tried, those of other plugins too; the last to set it decides, until its registration is closed. */
    Registration route(Routes routes);

    /**
     * Says that something happened to a task: it is asked about at once. For callbacks, which prove nothing by themselves. Free, repeatable;
     * a task that nobody waits for is passed over, but one whose number is not yet known here is remembered for a minute.
     */
    void hint(String providerId, String taskId);
}

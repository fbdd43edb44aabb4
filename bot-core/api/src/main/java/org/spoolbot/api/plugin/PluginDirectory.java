package org.spoolbot.api.plugin;

import java.util.List;
import java.util.Optional;

/** All plugins the server found. Thread-safe; a snapshot. */
public interface PluginDirectory {
    /** Every plugin, sorted by id. */
    List<Entry> plugins();

    /**
     * A plugin.
     *
     * @param descriptor what its {@code plugin.yml} says
     * @param state where it is
     * @param problem why it failed
     */
    record Entry(PluginDescriptor descriptor, PluginState state, Optional<String> problem) {}
}

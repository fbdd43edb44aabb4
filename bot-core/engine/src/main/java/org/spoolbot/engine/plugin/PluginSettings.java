package org.spoolbot.engine.plugin;

import org.spoolbot.engine.plugin.loading.PluginFiles;

/** The port to settings of plugins. */
@FunctionalInterface
public interface PluginSettings {
    /**
     * Reads {@code HOME/plugins/<id>/config.yml}, written from the jar's {@code config.yml} if it is not there, as the API promises.
     *
     * @throws org.spoolbot.api.config.ConfigException with all faults
     */
    <C extends Record> C read(String pluginId, PluginFiles files, Class<C> type);
}

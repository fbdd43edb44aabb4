package org.spoolbot.engine.plugin;

import java.nio.file.Path;

/**
 * Where plugins have their folders.
 *
 * @param home {@code HOME/plugins}
 */
public record PluginFolders(Path home) {
    /** The folder of one plugin. */
    public Path of(String pluginId) {
        return home.resolve(pluginId);
    }
}

package org.spoolbot.engine.plugin;

import org.spoolbot.api.i18n.Translator;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** The port to texts of plugins. */
@FunctionalInterface
public interface PluginTexts {
    /** The texts of a plugin's bundles before those of the server. */
    Translator of(String pluginId, PluginFiles files);
}
